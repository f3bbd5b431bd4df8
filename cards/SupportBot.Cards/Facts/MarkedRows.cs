using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Facts;

/// <summary>Lines that begin with a sign: evidence and checks.</summary>
internal static class MarkedRows
{
    public const string PassedLabel = "Passed: ";

    public static ColumnSet Evidence(string line) => Row("•", null, TextRun.Plain(line));

    public static ColumnSet Check(CheckLine check)
    {
        var (sign, word, color) = CheckLine.Look(check.State);
        return Row(sign, color, TextRun.Plain(check.Name), new TextRun { Text = $" {word}", Color = color, Weight = TextWeight.Bolder }, TextRun.Plain($"\n{check.Summary}"));
    }

    /// <summary>A line for each would push what matters out of a phone's sight.</summary>
    public static ColumnSet Passed(string names)
    {
        var (sign, _, color) = CheckLine.Look(CheckState.Passed);
        return Row(sign, color, new TextRun { Text = PassedLabel, Color = color }, TextRun.Plain(names));
    }

    public static string PassedNames(IEnumerable<CheckLine> checks) =>
        string.Join(" · ", checks.Where(check => check.State is CheckState.Passed).Select(check => check.Name));

    private static ColumnSet Row(string sign, TextColor? color, params TextRun[] words) => new()
    {
        Spacing = Spacing.Small,
        Columns =
        [
            new Column { Width = "16px", Items = [RichTextBlock.Of(new TextRun { Text = sign, Color = color, Weight = TextWeight.Bolder })] },
            new Column { Width = "stretch", Spacing = Spacing.Small, Items = [RichTextBlock.Of(words)] },
        ],
    };
}
