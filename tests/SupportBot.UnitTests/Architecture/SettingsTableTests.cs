using System.Text.RegularExpressions;
using Xunit;

namespace SupportBot.UnitTests.Architecture;

/// <summary>Keeps the settings table of the README true.</summary>
public sealed partial class SettingsTableTests
{
    // Named by the framework or by a convention, not by our sources.
    private static readonly string[] NamedByOthers = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "ConnectionStrings__SupportBot"];

    public static TheoryData<string> Settings => [.. ReadTable().Where(setting => setting.Contains("__", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_of_the_table_is_read_somewhere(string setting)
    {
        var name = setting[(setting.LastIndexOf("__", StringComparison.Ordinal) + 2)..];
        var section = setting[..setting.IndexOf("__", StringComparison.Ordinal)];
        var sources = ProductSources().ToList();

        Assert.True(
            NamedByOthers.Contains(setting)
            || sources.Exists(text => text.Contains($"\"{setting.Replace("__", ":", StringComparison.Ordinal)}\"", StringComparison.Ordinal))
            || (sources.Exists(text => Regex.IsMatch(text, $@"\b{name} {{ get; |\[""{name}""\]"))
                && sources.Exists(text => Regex.IsMatch(text, $@"""{section}[:""]"))),
            $"Nothing reads {setting}.");
    }

    [Fact]
    public void The_table_has_rows() => Assert.True(Settings.Count > 5);

    private static IEnumerable<string> ProductSources() => Repository.CSharpFiles
        .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read);

    /// <summary>A row may name several: <c>A__B__C</c>, <c>__D</c> means also <c>A__B__D</c>.</summary>
    private static IEnumerable<string> ReadTable()
    {
        var rows = Repository.Read("README.md").Split('\n').SkipWhile(line => line != "## Settings").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        foreach (var row in rows)
        {
            var first = "";
            foreach (Match match in Name().Matches(row.Split('|')[1]))
            {
                var name = match.Groups[1].Value;
                var isShort = name.StartsWith("__", StringComparison.Ordinal);
                first = isShort ? first : name;
                yield return isShort ? first[..first.LastIndexOf("__", StringComparison.Ordinal)] + name : name;
            }
        }
    }

    [GeneratedRegex("`([A-Za-z_]+)`")]
    private static partial Regex Name();
}
