namespace SupportBot.Channels.Connector;

/// <summary>The bot's Azure identity, section <c>BotFramework</c>. Sources: the Bot Connector authentication documentation.</summary>
public sealed record BotFrameworkOptions
{
    public const string Section = "BotFramework";

    /// <summary>The public cloud's: whom the tokens of Azure Bot Service come from.</summary>
    public const string DefaultIssuer = "https://api.botframework.com";

    /// <summary>The app id of the Azure bot. Without it nobody gets in by <c>/api/messages</c>.</summary>
    public string AppId { get; init; } = "";

    /// <summary>
    /// The Entra tenants whose Teams may talk to the bot, divided by commas; the first is the bot's own. Empty: any tenant's
    /// messages are read, but only the first one that installs the bot is sent anything.
    /// </summary>
    public string TenantId { get; init; } = "";

    /// <summary>Where the keys of inbound tokens are found. HTTPS, or HTTP on this machine.</summary>
    public Uri OpenIdMetadataUrl { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>The issuer that inbound tokens must name; other clouds have their own.</summary>
    public string Issuer { get; init; } = DefaultIssuer;

    /// <summary>Lets callers on this machine in without a token, for the Agents Playground. Stops the start outside Development.</summary>
    public bool AllowUnauthenticated { get; init; }

    /// <summary>Further hosts that the Connector may be reached at, divided by commas; a leading dot allows every host below.</summary>
    public string ServiceUrlHosts { get; init; } = "";

    /// <summary>One of three ways to prove who we are: a client secret of the app registration.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Or a certificate of the app registration, as a PKCS #12 file.</summary>
    public string CertificatePath { get; init; } = "";

    public string CertificatePassword { get; init; } = "";

    /// <summary>Or the user-assigned managed identity whose client id is <see cref="AppId"/>.</summary>
    public bool ManagedIdentity { get; init; }

    /// <summary>Where outbound tokens are issued; other clouds have their own.</summary>
    public Uri AuthorityHost { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>What outbound tokens are asked for.</summary>
    public string TokenScope { get; init; } = "https://api.botframework.com/.default";

    internal IReadOnlyList<string> Tenants => Split(TenantId);

    internal IReadOnlyList<string> ExtraHosts => Split(ServiceUrlHosts);

    internal bool HasCredential => ClientSecret.Length > 0 || CertificatePath.Length > 0 || ManagedIdentity;

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
