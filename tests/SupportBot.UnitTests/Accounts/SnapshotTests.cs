using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Snapshots;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("$.sellers", """{ "now": "2026-03-20T09:00:00Z" }""", "'sellers' is missing")]
    [InlineData("$.shops", """{ "sellers": [], "shops": [] }""", "'shops' is not known here")]
    [InlineData("$", "[]", "must be an object")]
    [InlineData("$", "{ \"sellers\": [ }", "this is not JSON (line 1")]
    [InlineData("$.now", """{ "now": "yesterday", "sellers": [] }""", "must be a time with its zone")]
    [InlineData("$.now", """{ "now": "2026-03-20T09:00:00", "sellers": [] }""", "must be a time with its zone")]
    [InlineData("$.now", """{ "now": 5, "sellers": [] }""", "must be text")]
    public void A_broken_file_is_refused_with_the_path_and_the_reason(string path, string json, string reason)
    {
        var refused = Assert.Throws<SnapshotException>(() => SnapshotReader.Parse(json, "demo.json"));
        Assert.Equal(path, refused.Path);
        Assert.StartsWith(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Contains("demo.json", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.sellers[0].users[0].email", "users/0/email", "\"nobody\"", "must be an e-mail address")]
    [InlineData("$.sellers[0].users[0].role", "users/0/role", "\"boss\"", "must be one of basic, accountant, admin, owner")]
    [InlineData("$.sellers[0].users", "users", "[]", "needs at least one entry")]
    [InlineData("$.sellers[0].id", "id", "\"no blanks\"", "must look like")]
    [InlineData("$.sellers[0].name", "name", "\"a\\u0000b\"", "holds U+0000")]
    [InlineData("$.sellers[0].bookkeeping[0].sandbox.lockDate", "bookkeeping/0/sandbox/lockDate", "\"2026-02-30\"", "")]
    [InlineData("$.sellers[0].bookkeeping[0].sandbox.retryAfterSeconds", "bookkeeping/0/sandbox/retryAfterSeconds", "1.5", "must be a whole number")]
    [InlineData("$.sellers[0].channels[0].autoPost", "channels/0/autoPost", "\"yes\"", "must be true or false")]
    [InlineData("$.sellers[0].channels[0].settlements[1].to", "channels/0/settlements/1/to", "\"15.03.2026\"", "must be a date such as")]
    [InlineData("$.sellers[0].channels[0].settlements[1].total", "channels/0/settlements/1/total", "\"12\"", "must be a number")]
    [InlineData("$.sellers[0].channels[0].bookkeeping", "channels/0/bookkeeping", "\"elsewhere\"", "the seller has no bookkeeping connection 'elsewhere'")]
    [InlineData("$.sellers[0].channels[0].settlements[1].id", "channels/0/settlements/1/id", "\"s-0\"", "'s-0' appears twice")]
    [InlineData("$.sellers[0].channels[0].settlements[1].to", "channels/0/settlements/1/to", "\"2026-03-01\"", "lies before 'from'")]
    [InlineData("$.sellers[0].channels[0].mappings[1].category", "channels/0/mappings/1/category", "\"Sales\"", "'Sales (every marketplace)' appears twice")]
    [InlineData("$.sellers[0].channels[0].settlements[1].parts[0].month", "channels/0/settlements/1/parts", """[{ "month": "2026-04", "status": "ready" }]""", "'2026-04' lies outside the settlement's dates")]
    [InlineData("$.sellers[0].channels[0].settlements[1].parts[0].month", "channels/0/settlements/1/parts", """[{ "month": "March", "status": "ready" }]""", "must look like")]
    public void A_broken_seller_is_refused_with_the_path_and_the_reason(string path, string where, string value, string reason)
    {
        var draft = new AccountDraft();
        Set(draft.Seller, where.Split('/'), JsonNode.Parse(value));
        var refused = Assert.Throws<SnapshotException>(() => SnapshotReader.Parse(draft.ToJson(), "demo.json"));
        Assert.Equal(path, refused.Path);
        Assert.StartsWith(reason, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused_by_its_name() =>
        Assert.Contains("no-such-file.json", Assert.Throws<SnapshotException>(() => SnapshotReader.Read("no-such-file.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_snapshot_fixes_the_clock_and_what_it_expects_is_ignored()
    {
        var snapshot = SnapshotReader.Parse("""{ "now": "2026-03-20T10:00:00+01:00", "sellers": [], "expected": [ { "any": 1 } ] }""", "test");
        Assert.Equal(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero), snapshot.Now);
    }

    [Fact]
    public async Task A_snapshot_is_loaded_into_an_empty_database_only()
    {
        var snapshot = SnapshotReader.Parse(new AccountDraft().ToJson(), "test");
        await using var host = await AccountsHost.StartAsync(snapshot);
        Assert.False(await host.Services.GetRequiredService<SnapshotLoader>().LoadAsync(snapshot, CancellationToken.None));
    }

    [Fact]
    public async Task A_load_that_fails_leaves_nothing_behind()
    {
        await using var host = await AccountsHost.StartAsync(SnapshotReader.Parse("""{ "sellers": [] }""", "test"));
        using var cancelled = new CancellationTokenSource();
        var loader = host.Services.GetRequiredService<SnapshotLoader>();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loader.LoadAsync(SnapshotReader.Read(null), cancelled.Token));
        Assert.True(await loader.LoadAsync(SnapshotReader.Read(null), CancellationToken.None));
    }

    [ContractFact]
    public void Our_schema_accepts_what_the_contract_gives_as_an_example() =>
        Assert.NotNull(SnapshotReader.Read(ContractFactAttribute.Find("examples/five-steps.json")).Now);

    private static void Set(JsonNode node, string[] steps, JsonNode? value)
    {
        foreach (var step in steps[..^1])
        {
            node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        }

        node[steps[^1]] = value;
    }
}
