using System.Diagnostics;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Seller;

/// <summary>The cause with its evidence, and every check with its outcome as sign, word and colour.</summary>
public static class DiagnosisCard
{
    private const int MostEvidence = 8;

    public static AdaptiveCard Create(DiagnosisFacts facts)
    {
        var words = string.Join('\n', Words(facts));
        return new AdaptiveCard { FallbackText = words, Speak = words, Body = [.. Body(facts)] };
    }

    private static IEnumerable<CardElement> Body(DiagnosisFacts facts)
    {
        yield return TextBlock.Heading("What I found");
        yield return RichTextBlock.Of(TextRun.Strong(facts.Headline));
        foreach (var line in Evidence(facts))
        {
            yield return Marked("•", null, TextRun.Plain(line));
        }

        yield return TextBlock.Subheading("What I checked");
        foreach (var check in facts.Checks.Where(check => check.State is not CheckState.Passed))
        {
            var (sign, word, color) = Look(check.State);
            yield return Marked(sign, color, TextRun.Plain(check.Name), new TextRun { Text = $" {word}", Color = color, Weight = TextWeight.Bolder }, TextRun.Plain($"\n{check.Summary}"));
        }

        if (Passed(facts) is { Length: > 0 } passed)
        {
            var (sign, word, color) = Look(CheckState.Passed);
            yield return Marked(sign, color, new TextRun { Text = $"{Capital(word)}: ", Color = color }, TextRun.Plain(passed));
        }

        yield return new RichTextBlock { Spacing = Spacing.Medium, Inlines = [new TextRun { Text = $"Checked {facts.CheckedAt}", IsSubtle = true, Size = TextSize.Small }] };
    }

    private static IEnumerable<string> Words(DiagnosisFacts facts)
    {
        yield return facts.Headline;
        foreach (var line in Evidence(facts))
        {
            yield return line;
        }

        foreach (var check in facts.Checks.Where(check => check.State is not CheckState.Passed))
        {
            yield return $"{check.Name}: {Look(check.State).Word}. {check.Summary}";
        }

        if (Passed(facts) is { Length: > 0 } passed)
        {
            yield return $"{Capital(Look(CheckState.Passed).Word)}: {passed}";
        }

        yield return $"Checked {facts.CheckedAt}";
    }

    /// <summary>A line for each would push what matters out of a phone's sight.</summary>
    private static string Passed(DiagnosisFacts facts) =>
        string.Join(" · ", facts.Checks.Where(check => check.State is CheckState.Passed).Select(check => check.Name));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static IEnumerable<string> Evidence(DiagnosisFacts facts)
    {
        foreach (var line in facts.Evidence.Take(MostEvidence))
        {
            yield return line.SeenAt is null ? line.Fact : $"{line.Fact} ({line.SeenAt})";
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

    private static (string Sign, string Word, TextColor Color) Look(CheckState state) => state switch
    {
        CheckState.Passed => ("✓", "passed", TextColor.Good),
        CheckState.Failed => ("✗", "failed", TextColor.Attention),
        CheckState.CouldNotCheck => ("?", "could not check", TextColor.Warning),
        _ => throw new UnreachableException(),
    };

    private static ColumnSet Marked(string sign, TextColor? color, params TextRun[] words) => new()
    {
        Spacing = Spacing.Small,
        Columns =
        [
            new Column { Width = "16px", Items = [RichTextBlock.Of(new TextRun { Text = sign, Color = color, Weight = TextWeight.Bolder })] },
            new Column { Width = "stretch", Spacing = Spacing.Small, Items = [RichTextBlock.Of(words)] },
        ],
    };
}
