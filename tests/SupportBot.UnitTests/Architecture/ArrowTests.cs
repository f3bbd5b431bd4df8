using Xunit;

namespace SupportBot.UnitTests.Architecture;

/// <summary>
/// Who may use whom. <c>bot</c> may use <c>backend</c> and <c>cards</c>, <c>backend</c> never <c>bot</c>, <c>cards</c> nothing.
/// A new arrow is a decision: change the table, and say why in DECISIONS.md.
/// </summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Protocol"] = [],
        ["Language"] = [],
        ["Cards"] = [],
        ["Knowledge"] = [],
        ["Storage"] = [],
        ["Storage.Sqlite"] = ["Storage"],
        ["Storage.SqlServer"] = ["Storage"],
        ["Storage.PostgreSql"] = ["Storage"],
        ["Accounts"] = ["Knowledge", "Storage"],
        ["Escalation"] = ["Knowledge", "Storage"],
        ["Dialogs"] = ["Knowledge", "Language"],
        ["Turns"] = ["Accounts", "Cards", "Dialogs", "Escalation", "Knowledge", "Language", "Protocol", "Storage"],
        ["Channels"] = ["Accounts", "Cards", "Dialogs", "Escalation", "Knowledge", "Protocol", "Storage", "Turns"],
        ["Host"] =
        [
            "Accounts", "Cards", "Channels", "Dialogs", "Escalation", "Knowledge", "Language", "Protocol",
            "Storage", "Storage.PostgreSql", "Storage.SqlServer", "Storage.Sqlite", "Turns",
        ],
    };

    public static TheoryData<string> Product => [.. Repository.Projects.Where(p => p.Area != "tests").Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Product))]
    public void A_project_uses_only_what_the_table_allows(string name)
    {
        var project = Repository.Projects.Single(p => p.Name == name);

        Assert.True(Allowed.ContainsKey(name), $"{project.File} has no row in the table of {nameof(ArrowTests)}.");
        Assert.Empty(project.References.Except(Allowed[name]));
    }

    [Fact]
    public void The_table_names_no_project_that_is_gone() =>
        Assert.Empty(Allowed.Keys.Concat(Allowed.Values.SelectMany(v => v)).Except(Repository.Projects.Select(p => p.Name)));

    [Fact]
    public void The_backend_never_uses_the_bot() => Assert.Empty(References("backend", "bot"));

    [Fact]
    public void Cards_use_nothing_of_ours() => Assert.Empty(Repository.Projects.Where(p => p.Area == "cards").SelectMany(p => p.References));

    [Theory]
    [InlineData("bot")]
    [InlineData("backend")]
    [InlineData("cards")]
    public void The_product_does_not_use_its_tests(string area) => Assert.Empty(References(area, "tests"));

    [Theory]
    [InlineData("Protocol")]
    [InlineData("Cards")]
    [InlineData("Language")]
    [InlineData("Dialogs")]
    [InlineData("Storage")]
    public void What_is_pure_does_not_see_the_web_server(string name) =>
        Assert.False(Repository.Projects.Single(p => p.Name == name).UsesAspNet);

    private static IEnumerable<string> References(string from, string to)
    {
        var forbidden = Repository.Projects.Where(p => p.Area == to).Select(p => p.Name).ToHashSet();
        return Repository.Projects.Where(p => p.Area == from)
            .SelectMany(p => p.References.Where(forbidden.Contains).Select(r => $"{p.Name} -> {r}"));
    }
}
