using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SupportBot.Accounts.Sandbox;

/// <summary>Takes journals, or turns them down in QuickBooks' words.</summary>
internal sealed partial class QuickBooksSandbox
{
    public Task<IResult> CreateJournalAsync(HttpContext http, string realmId) => ServeAsync(http, realmId, async known =>
    {
        var journal = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted).ConfigureAwait(false);
        if (journal is not JsonObject || Read(journal, http.Request) is not { } post)
        {
            return DataFault(400, "Required param missing, need to supply the required value for the API", "The journal is not complete", "2020", "ValidationFault");
        }

        if (Balance(journal) != 0)
        {
            return DataFault(400, "Business Validation Error", "The debits and credits of this journal entry do not balance", "6000", "ValidationFault");
        }

        var verdict = await posting.PostAsync(known, post, http.RequestAborted).ConfigureAwait(false);
        return verdict.Refusal is { } refusal ? Refuse(refusal, verdict.Subject, post) : SandboxAnswers.Json(new JsonObject
        {
            ["JournalEntry"] = Journal(new SandboxDocument(post.Number, post.Total) { Date = post.Date }),
            ["time"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        });
    });

    private static SandboxPost? Read(JsonNode journal, HttpRequest request)
    {
        try
        {
            var lines = journal["Line"]!.AsArray().Select(l => l!).ToList();
            var details = lines.Select(l => l["JournalEntryLineDetail"]!).ToList();
            return new SandboxPost(
                (string)journal["DocNumber"]!, DateOnly.Parse((string)journal["TxnDate"]!, CultureInfo.InvariantCulture),
                lines.Where(l => (string?)l["JournalEntryLineDetail"]!["PostingType"] == "Debit").Sum(l => (decimal)l["Amount"]!),
                (string)journal["CurrencyRef"]!["value"]!, (string)journal["PrivateNote"]!, request.Query["requestid"].FirstOrDefault(),
                [.. details.Select(d => new SandboxPostLine((string)d["AccountRef"]!["value"]!, (string?)d["TaxCodeRef"]?["value"]))]);
        }
        catch (Exception exception) when (exception is NullReferenceException or FormatException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    private static decimal Balance(JsonNode journal) => journal["Line"]!.AsArray().Sum(l =>
        (decimal)l!["Amount"]! * ((string?)l["JournalEntryLineDetail"]!["PostingType"] == "Debit" ? 1 : -1));

    private static IResult Refuse(SandboxRefusal refusal, string subject, SandboxPost post) => refusal switch
    {
        SandboxRefusal.Account => DataFault(400, "Object Not Found", $"Something you're trying to use has been made inactive : account {subject}", "610", "ValidationFault"),
        SandboxRefusal.TaxRate => DataFault(400, "Business Validation Error", $"Tax rate must be valid : {subject}", "6000", "ValidationFault"),
        SandboxRefusal.LockDate => DataFault(
            400, "Business Validation Error", "The account period has closed and the account books cannot be updated through the QBO Services API", "6200", "ValidationFault"),
        SandboxRefusal.Currency => DataFault(400, "Business Validation Error", $"Currency not available : {subject} is not enabled in this company", "6000", "ValidationFault"),
        SandboxRefusal.InvoiceLimit => DataFault(400, "Business Validation Error", "You have reached the transaction limit of your plan", "6000", "ValidationFault"),
        _ => DataFault(400, "Duplicate Document Number Error", $"You must specify a different number. This number has already been used : DocNumber={post.Number}", "6140", "ValidationFault"),
    };
}
