using System.Text.Json.Nodes;

namespace SupportBot.UnitTests.Accounts;

/// <summary>
/// A seller whose account is in order, on 20 March 2026 at nine: settlement S-1 of 2-15 March is ready, S-0 of February was sent.
/// A test breaks one thing.
/// </summary>
internal sealed class AccountDraft
{
    public const string SellerId = "tidy-shelf";

    private readonly JsonObject root;

    public AccountDraft(string platform = "xero")
    {
        root = JsonNode.Parse($$"""
            {
              "now": "2026-03-20T09:00:00Z",
              "sellers": [ {
                "id": "{{SellerId}}", "name": "Tidy Shelf Ltd",
                "users": [ { "id": "ada", "name": "Ada Marsh", "email": "ada@tidyshelf.example", "role": "owner" } ],
                "bookkeeping": [ {
                  "id": "main", "platform": "{{platform}}", "organisation": "Tidy Shelf Ltd", "status": "connected", "connectedAt": "2026-03-01T10:00:00Z",
                  "sandbox": {
                    "accounts": [ { "code": "200", "name": "Sales" }, { "code": "404", "name": "Fees", "type": "EXPENSE" }, { "code": "1010", "name": "Bank", "type": "BANK" } ],
                    "taxRates": [ { "code": "OUTPUT2" }, { "code": "INPUT2" } ] } } ],
                "channels": [ {
                  "name": "Amazon UK", "kind": "amazon", "bookkeeping": "main",
                  "bankAccounts": [ { "marketplace": "Amazon.co.uk", "deposit": "1010", "negativePayout": "1010" } ],
                  "mappings": [ { "category": "Sales", "account": "200", "taxRate": "OUTPUT2" }, { "category": "FBA fees", "account": "404", "taxRate": "INPUT2" } ],
                  "settlements": [
                    { "id": "S-0", "marketplace": "Amazon.co.uk", "from": "2026-02-02", "to": "2026-02-15", "status": "sent", "sentAt": "2026-02-17T08:00:00Z", "total": 500,
                      "lines": [ { "category": "Sales", "amount": 620, "account": "200", "taxRate": "OUTPUT2" }, { "category": "FBA fees", "amount": -120, "account": "404", "taxRate": "INPUT2" } ] },
                    { "id": "S-1", "marketplace": "Amazon.co.uk", "from": "2026-03-02", "to": "2026-03-15", "status": "ready", "total": 910,
                      "lines": [ { "category": "Sales", "amount": 1100 }, { "category": "FBA fees", "amount": -190 } ] } ] } ]
              } ]
            }
            """)!.AsObject();
        Seller = root["sellers"]![0]!.AsObject();
        Connection = Seller["bookkeeping"]![0]!.AsObject();
        Sandbox = Connection["sandbox"]!.AsObject();
        Channel = Seller["channels"]![0]!.AsObject();
        Sent = Channel["settlements"]![0]!.AsObject();
        Settlement = Channel["settlements"]![1]!.AsObject();
        Platform = platform;
    }

    public string Platform { get; }

    public JsonObject Seller { get; }

    public JsonObject Connection { get; }

    public JsonObject Sandbox { get; }

    public JsonObject Channel { get; }

    public JsonObject Sent { get; }

    public JsonObject Settlement { get; }

    public AccountDraft With(Action<AccountDraft> change)
    {
        change(this);
        return this;
    }

    public AccountDraft At(DateTimeOffset now)
    {
        root["now"] = now.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return this;
    }

    /// <summary>Tries that showed nothing, at the given times.</summary>
    public AccountDraft WithSilentTries(params string[] times) => With(a => a.Settlement["attempts"] =
        new JsonArray([.. times.Select(t => new JsonObject { ["at"] = t, ["outcome"] = "nothing" })]));

    public AccountDraft WithError(string at, string error) =>
        With(a => a.Settlement["attempts"] = new JsonArray(new JsonObject { ["at"] = at, ["outcome"] = "error", ["error"] = error }));

    /// <summary>S-1's recorded number, and what stands in the platform: number and status.</summary>
    public void Documents(string recorded, params (string Number, string Status)[] standing)
    {
        Settlement["documentNumber"] = recorded;
        Sandbox["documents"] = new JsonArray([.. standing.Select(d => new JsonObject { ["number"] = d.Number, ["status"] = d.Status })]);
    }

    public void Status(string status, string since)
    {
        Settlement["status"] = status;
        Settlement["statusSince"] = since;
    }

    /// <summary>S-1 over the end of February, with a part for each month.</summary>
    public void Parts(string february, string march)
    {
        Settlement["from"] = "2026-02-20";
        Settlement["parts"] = new JsonArray(
            new JsonObject { ["month"] = "2026-02", ["status"] = february }, new JsonObject { ["month"] = "2026-03", ["status"] = march });
    }

    /// <summary>A copy of S-1 with another id and the given changes.</summary>
    public AccountDraft WithSettlement(string id, Action<JsonObject> change)
    {
        var copy = Settlement.DeepClone().AsObject();
        copy["id"] = id;
        change(copy);
        Channel["settlements"]!.AsArray().Add(copy);
        return this;
    }

    /// <summary>An eBay channel on the given connection, whose only settlement E-1 was sent then (null: stays ready).</summary>
    public AccountDraft WithEbay(string? sentAt, string connection = "main")
    {
        var settlement = new JsonObject
        {
            ["id"] = "E-1",
            ["marketplace"] = "eBay",
            ["from"] = "2026-03-08",
            ["to"] = "2026-03-14",
            ["status"] = sentAt is null ? "ready" : "sent",
            ["total"] = 90,
            ["lines"] = new JsonArray(new JsonObject { ["category"] = "Sales", ["amount"] = 90, ["account"] = "200" }),
        };
        if (sentAt is not null)
        {
            settlement["sentAt"] = sentAt;
        }

        Seller["channels"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "eBay UK",
            ["kind"] = "ebay",
            ["bookkeeping"] = connection,
            ["bankAccounts"] = new JsonArray(new JsonObject { ["marketplace"] = "eBay", ["deposit"] = "1010" }),
            ["mappings"] = new JsonArray(new JsonObject { ["category"] = "Sales", ["account"] = "200", ["taxRate"] = "OUTPUT2" }),
            ["settlements"] = new JsonArray(settlement),
        });
        return this;
    }

    /// <summary>A second connection, called "second", like the first.</summary>
    public AccountDraft WithSecondConnection(string platform, string authorisation = "valid")
    {
        var copy = Connection.DeepClone().AsObject();
        copy["id"] = "second";
        copy["platform"] = platform;
        copy["sandbox"]!["authorisation"] = authorisation;
        Seller["bookkeeping"]!.AsArray().Add(copy);
        return this;
    }

    public string ToJson() => root.ToJsonString();
}

internal static class JsonDraft
{
    public static JsonNode With(this JsonNode node, string property, JsonNode value)
    {
        node[property] = value;
        return node;
    }
}
