using System.Text.Json.Nodes;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>The contract's fine print where several settlements, channels or connections meet, on Xero and on QuickBooks.</summary>
public sealed class FinePrintTests
{
    private const string Refused = "You are not permitted to access this resource";

    /// <summary>What is asked for, and every finding in order: cause and settlement.</summary>
    private static readonly Dictionary<string, (string? Settlement, string? Channel, string Findings, Action<AccountDraft> Break)> Stories = new()
    {
        ["refused before the reconnect on one settlement, after it on another"] = (null, null, "accounting-permission S-2", a =>
        {
            a.WithSettlement("S-2", s => Tried(s, "2026-03-18T10:00:00Z", "error", Refused));
            a.WithError("2026-02-28T10:00:00Z", Refused);
        }
        ),
        ["every problem of several settlements, in the table's order"] =
            (null, null, "mapping-missing S-4, unrecognised-error S-3, awaiting-vat S-1, stuck-sending S-5, locked S-2", a =>
            {
                a.WithSettlement("S-2", s => s["status"] = "locked");
                a.WithSettlement("S-3", s => Tried(s, "2026-03-18T10:00:00Z", "error", "Flux capacitor misaligned"));
                a.WithSettlement("S-4", s => s["lines"]!.AsArray().Add(new JsonObject { ["category"] = "Gift wrap", ["amount"] = 3 }));
                a.WithSettlement("S-5", s => Since(s, "sending", "2026-03-20T08:00:00Z"));
                a.Settlement["status"] = "awaiting-vat";
            }
        ),
        ["an overdue settlement is a problem beside one that waits"] = (null, null, "awaiting-vat S-1, processing-overdue S-2", a =>
        {
            a.WithSettlement("S-2", s => Since(s, "processing", "2026-03-18T08:00:00Z"));
            a.Settlement["status"] = "awaiting-vat";
        }
        ),
        ["a channel is asked for: problems of others are not its own"] = (null, "amazon uk", "nothing-found S-1", a => EbayWithout(a, "account")),
        ["a settlement is asked for: problems of others are not its own"] = ("S-1", null, "nothing-found S-1", a => EbayWithout(a, "account")),
        ["the other channel is asked for"] = (null, "eBay UK", "tax-rate-invalid E-1", a => EbayWithout(a, "taxRate")),
        ["hidden and sent settlements leave nothing unsent"] = (null, null, "already-sent S-0", a => a.Settlement["status"] = "hidden"),
        ["books closed over a part that only the platform shows as posted"] = (null, null, "partially-sent S-1", a =>
        {
            a.Parts("ready", "ready");
            a.Settlement["parts"]![0]!["documentNumber"] = "P-1";
            a.Documents("P-2", ("P-1", "authorised"));
            a.Sandbox["lockDate"] = "2026-02-28";
        }
        ),
        ["one part posted, the other waits for VAT that is overdue"] = (null, null, "awaiting-vat-overdue S-1", a =>
        {
            a.Parts("sent", "awaiting-vat");
            a.Channel["vat"] = new JsonObject { ["calculationService"] = true };
        }
        ),
        ["marketplace unknown: banks and mappings are not judged"] = (null, null, "select-marketplace S-1", a =>
        {
            a.Settlement["status"] = "select-marketplace";
            a.Channel["bankAccounts"]!.AsArray().Clear();
            a.Channel["mappings"]!.AsArray().Clear();
        }
        ),
        ["store disconnected while VAT data are awaited"] = (null, null, "sales-channel-disconnected S-1, awaiting-vat S-1", a =>
        {
            a.Settlement["status"] = "awaiting-vat";
            a.Channel["salesConnection"] = "disconnected";
        }
        ),
        ["processing for a day to the second"] = (null, null, "processing S-1", a => a.Status("processing", "2026-03-19T09:00:00Z")),
        ["processing for a second over a day"] = (null, null, "processing-overdue S-1", a => a.Status("processing", "2026-03-19T08:59:59Z")),
        ["scheduled for four days to the second"] = (null, null, "processing S-1", a => a.Status("scheduled", "2026-03-16T09:00:00Z")),
        ["scheduled for a second over four days"] = (null, null, "processing-overdue S-1", a => a.Status("scheduled", "2026-03-16T08:59:59Z")),
        ["sending for a quarter of an hour to the second"] = (null, null, "processing S-1", a => a.Status("sending", "2026-03-20T08:45:00Z")),
        ["sending for a second over a quarter of an hour"] = (null, null, "stuck-sending S-1", a => a.Status("sending", "2026-03-20T08:44:59Z")),
        ["no other channel on this platform, one on the other"] = (null, null, "channel-link-dropped S-1", a =>
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z").WithSecondConnection(Other(a)).WithEbay("2026-03-18T10:00:00Z", "second")),
        ["no other channel on this platform, and only one try"] = (null, null, "nothing-found S-1", a =>
            a.WithSilentTries("2026-03-16T10:00:00Z").WithSecondConnection(Other(a)).WithEbay("2026-03-18T10:00:00Z", "second")),
        ["another connection to the same platform posted since"] = (null, null, "channel-link-dropped S-1", a =>
            a.WithSilentTries("2026-03-16T10:00:00Z").WithSecondConnection(a.Platform).WithEbay("2026-03-18T10:00:00Z", "second")),
        ["the other channel has never posted"] = (null, "Amazon UK", "nothing-found S-1", a =>
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z").WithEbay(null)),
        ["tries that did nothing, then one with an error that has passed"] = (null, null, "nothing-found S-1", a =>
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-16T11:00:00Z").With(d => d.Settlement["attempts"]!.AsArray().Add(
                new JsonObject { ["at"] = "2026-03-17T10:00:00Z", ["outcome"] = "error", ["error"] = "An unhandled error with the Xero API occurred" }))),
        ["tries that do nothing, over a month end and within a month"] = (null, null, "channel-link-dropped S-1", a =>
        {
            a.WithSettlement("S-2", s => Tried(s, "2026-03-17T10:00:00Z", "nothing", null));
            a.WithSilentTries("2026-03-16T10:00:00Z");
            a.Settlement["from"] = "2026-02-20";
        }
        ),
        ["two over a month end do nothing, another of the channel is in order"] = (null, null, "multi-month-vat S-1, multi-month-vat S-2", a =>
        {
            a.WithSettlement("S-3", _ => { });
            a.WithSettlement("S-2", s => Tried(s, "2026-03-17T10:00:00Z", "nothing", null).With("from", "2026-02-21"));
            a.WithSilentTries("2026-03-16T10:00:00Z");
            a.Settlement["from"] = "2026-02-20";
        }
        ),
    };

    public static TheoryData<string, string> Names()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in Stories.Keys)
        {
            data.Add(name, "xero");
            data.Add(name, "quickbooks");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_problem_is_found_where_it_is_and_nowhere_else(string name, string platform)
    {
        var story = Stories[name];
        await using var host = await AccountsHost.StartAsync(new AccountDraft(platform).With(story.Break));
        var diagnosis = await host.DiagnoseAsync(story.Settlement, story.Channel);
        Assert.Equal(story.Findings, string.Join(", ", diagnosis.Findings.Select(f => $"{f.Cause} {f.SettlementId}")));
        Assert.Contains($"{diagnosis.RootCause} {diagnosis.SettlementId}", story.Findings, StringComparison.Ordinal);
    }

    private static string Other(AccountDraft account) => account.Platform == "xero" ? "quickbooks" : "xero";

    private static void EbayWithout(AccountDraft account, string property)
    {
        account.WithEbay(null);
        account.Seller["channels"]![1]!["mappings"]![0]![property] = null;
    }

    private static void Since(JsonObject settlement, string status, string since) => (settlement["status"], settlement["statusSince"]) = (status, since);

    private static JsonObject Tried(JsonObject settlement, string at, string outcome, string? error)
    {
        settlement["attempts"] = new JsonArray(new JsonObject { ["at"] = at, ["outcome"] = outcome, ["error"] = error });
        return settlement;
    }
}
