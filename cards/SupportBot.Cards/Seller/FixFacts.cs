namespace SupportBot.Cards.Seller;

/// <summary>The one fix to make now, in the reader's own formats.</summary>
public sealed record FixFacts
{
    public required string Title { get; init; }

    /// <summary>In order; the card numbers them.</summary>
    public required IReadOnlyList<string> Instructions { get; init; }

    public string? Note { get; init; }

    /// <summary>What comes after the fix.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Where to read more; absolute.</summary>
    public Uri? Help { get; init; }

    /// <summary>Where the fix can be begun from here.</summary>
    public ReconnectButton? Reconnect { get; init; }

    /// <summary>Why the fix is needed; null where that was told before.</summary>
    public DiagnosisFacts? Found { get; init; }
}
