using System.Globalization;
using System.Text;

namespace SupportBot.Benchmarks.Measuring;

/// <summary>What a scenario measured, as a Markdown table.</summary>
internal sealed class FigureTable(string title)
{
    private readonly List<string[]> _rows = [];

    public FigureTable Add(string figure, double product, double? baseline = null, string unit = "", string aim = "")
    {
        _rows.Add(
        [
            figure,
            $"{Number(product)} {unit}".TrimEnd(),
            baseline is { } known ? $"{Number(known)} {unit}".TrimEnd() : "",
            baseline is { } divisor and not 0 ? Number(product / divisor) : "",
            aim,
        ]);
        return this;
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"### {title}").AppendLine();
        text.AppendLine("| figure | product | baseline | ratio | aim |").AppendLine("|---|--:|--:|--:|--:|");
        foreach (var row in _rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |");
        }

        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Load of the machine at the end: {ProcessUse.MachineLoad()}.").ToString();
    }

    private static string Number(double value) => value.ToString(
        Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "0.0", >= 0.1 => "0.00", _ => "0.0000" }, CultureInfo.InvariantCulture);
}
