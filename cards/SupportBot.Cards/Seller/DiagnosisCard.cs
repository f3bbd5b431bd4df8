using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Seller;

/// <summary>The cause with its evidence, and every check with its outcome as sign, word and colour.</summary>
public static class DiagnosisCard
{
    private const int MostEvidence = 8;

    public static AdaptiveCard Create(DiagnosisFacts facts)
    {
        var words = string.Join('\n', Words(facts));
        return new AdaptiveCard
        {
            FallbackText = words,
            Speak = words,
            Body =
            [
                TextBlock.Heading("What I found"),
                RichTextBlock.Of(TextRun.Strong(facts.Headline)),
                .. EvidenceLines(facts),
                TextBlock.Subheading("What I checked"),
                .. CheckLines(facts),
            ],
        };
    }

    internal static IEnumerable<CardElement> EvidenceLines(DiagnosisFacts facts) => Evidence(facts).Select(MarkedRows.Evidence);

    internal static IEnumerable<CardElement> CheckLines(DiagnosisFacts facts)
    {
        foreach (var check in facts.Checks.Where(check => check.State is not CheckState.Passed))
        {
            yield return MarkedRows.Check(check);
        }

        if (MarkedRows.PassedNames(facts.Checks) is { Length: > 0 } passed)
        {
            yield return MarkedRows.Passed(passed);
        }

        yield return new RichTextBlock { Spacing = Spacing.Medium, Inlines = [new TextRun { Text = $"Checked {facts.CheckedAt}", IsSubtle = true, Size = TextSize.Small }] };
    }

    internal static IEnumerable<string> Words(DiagnosisFacts facts)
    {
        yield return facts.Headline;
        foreach (var line in Evidence(facts))
        {
            yield return line;
        }

        foreach (var check in facts.Checks.Where(check => check.State is not CheckState.Passed))
        {
            yield return check.AsText;
        }

        if (MarkedRows.PassedNames(facts.Checks) is { Length: > 0 } passed)
        {
            yield return MarkedRows.PassedLabel + passed;
        }

        yield return $"Checked {facts.CheckedAt}";
    }

    private static IEnumerable<string> Evidence(DiagnosisFacts facts)
    {
        foreach (var line in facts.Evidence.Take(MostEvidence))
        {
            yield return line.AsText;
        }

        if (facts.Evidence.Count > MostEvidence)
        {
            yield return $"and {facts.Evidence.Count - MostEvidence} more";
        }

        if (facts.WaitUntil is not null)
        {
            yield return $"Wait until {facts.WaitUntil}";
        }
    }
}
