namespace SupportBot.Host.SupportApi;

/// <summary>Settings of the support API, section <c>Support</c>.</summary>
internal sealed record SupportApiOptions
{
    public const string Section = "Support";

    /// <summary>
    /// What callers send as <c>X-Api-Key</c>. Unset: nobody may call, except in Development, where a random key is made at
    /// every start and printed in the log.
    /// </summary>
    public string? ApiKey { get; init; }
}
