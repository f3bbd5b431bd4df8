using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Seller;

/// <summary>What was found out, in the reader's own formats.</summary>
public sealed record DiagnosisFacts
{
    /// <summary>The cause in a few plain words.</summary>
    public required string Headline { get; init; }

    public required IReadOnlyList<EvidenceLine> Evidence { get; init; }

    /// <summary>When waiting should be over.</summary>
    public string? WaitUntil { get; init; }

    /// <summary>What did not pass comes first: that is what the reader came for.</summary>
    public required IReadOnlyList<CheckLine> Checks { get; init; }

    public required string CheckedAt { get; init; }
}
