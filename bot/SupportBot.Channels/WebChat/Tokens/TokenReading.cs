namespace SupportBot.Channels.WebChat.Tokens;

/// <summary>What a token turned out to be; the default is <see cref="TokenVerdict.Invalid"/>.</summary>
/// <param name="Value">What it says; only when <see cref="TokenVerdict.Valid"/>.</param>
public readonly record struct TokenReading<T>(TokenVerdict Verdict, T? Value = default);

public enum TokenVerdict
{
    /// <summary>Not signed by whom we trust, or not made for this use.</summary>
    Invalid,

    /// <summary>It was good once.</summary>
    Expired,

    Valid,
}
