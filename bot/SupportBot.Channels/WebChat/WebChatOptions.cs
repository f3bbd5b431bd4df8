namespace SupportBot.Channels.WebChat;

/// <summary>Settings of the web chat channel, section <c>WebChat</c>.</summary>
public sealed record WebChatOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "WebChat";

    /// <summary>
    /// The key, text of at least 32 bytes, with which the seller web app signs its user tokens (HS256). The keys of the
    /// channel's own tokens are derived from it. Required: nothing can be signed in without it.
    /// </summary>
    public string SigningKey { get; set; } = "";

    /// <summary>
    /// The sites that may embed the chat, as origins such as <c>https://app.example.com</c>. The server's own origin is always
    /// allowed. In configuration a list, or one text with the origins separated by spaces, commas or semicolons.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>
    /// The address under which browsers reach the server, such as <c>https://support.example.com</c>; used for stream and file
    /// addresses. Unset: the address of the request, which behind a proxy needs forwarded headers.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long a conversation token lasts before it must be refreshed: 30 to 60 minutes.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long refreshing keeps a session alive; after that the user token must be shown again.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The longest text of one message, in characters.</summary>
    public int MaxTextLength { get; set; } = 8_000;

    /// <summary>The most files in one upload.</summary>
    public int MaxFiles { get; set; } = 5;

    /// <summary>Activities in one answer or frame; the reader asks for the rest.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary>How often an open stream looks by itself for what another node wrote; also how often it shows that it lives.</summary>
    public TimeSpan StreamInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Open streams of one user at once, over all tabs and devices.</summary>
    public int MaxStreamsPerUser { get; set; } = 20;

    /// <summary>Requests a second that one user may make for long.</summary>
    public int RequestsPerSecondPerUser { get; set; } = 50;

    /// <summary>Requests that one user may make at once after a pause.</summary>
    public int RequestBurstPerUser { get; set; } = 250;

    /// <summary>Requests a second from one network address, which many users may share.</summary>
    public int RequestsPerSecondPerAddress { get; set; } = 1_000;

    /// <summary>Requests at once from one network address after a pause.</summary>
    public int RequestBurstPerAddress { get; set; } = 5_000;
}
