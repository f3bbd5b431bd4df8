namespace SupportBot.Channels.Email;

/// <summary>The support address and how mail leaves, section <c>Email</c>.</summary>
public sealed record EmailOptions
{
    public const string Section = "Email";

    /// <summary>The support address, such as <c>support@example.com</c>: whom mail comes from.</summary>
    public string Address { get; init; } = "";

    public OutboundMailOptions Outbound { get; init; } = new();
}

/// <summary>Where mail goes: an SMTP relay, or a folder. Neither: no mail is sent.</summary>
public sealed record OutboundMailOptions
{
    /// <summary>A relay in the own network that takes mail without TLS and without signing in.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 25;

    /// <summary>A folder in which each message is put as a file <c>.eml</c>, for whatever sends it on.</summary>
    public string PickupDirectory { get; init; } = "";

    public bool IsConfigured => Host.Length > 0 || PickupDirectory.Length > 0;
}
