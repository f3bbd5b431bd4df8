using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>Takes invoices and bills, or turns them down in Xero's words.</summary>
internal sealed partial class XeroSandbox
{
    public Task<IResult> CreateInvoiceAsync(HttpContext http) => ServeAsync(http, needsTenant: true, async known =>
    {
        var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted).ConfigureAwait(false);
        if (body?["Invoices"] is not JsonArray { Count: 1 } invoices || invoices[0] is not JsonObject invoice || Read(invoice, http.Request) is not { } post)
        {
            return Invalid("The document is not complete");
        }

        var verdict = await posting.PostAsync(known, post, http.RequestAborted).ConfigureAwait(false);
        return verdict.Refusal is { } refusal ? Invalid(Words(refusal, verdict.Subject, post)) : SandboxAnswers.Json(new JsonObject
        {
            ["Invoices"] = new JsonArray(new JsonObject
            {
                ["InvoiceID"] = InvoiceId(known, post.Number),
                ["InvoiceNumber"] = post.Number,
                ["Type"] = post.Total < 0 ? "ACCPAY" : "ACCREC",
                ["Status"] = "AUTHORISED",
                ["Total"] = Math.Abs(post.Total),
                ["HasErrors"] = false,
            }),
        });
    });

    private static SandboxPost? Read(JsonObject invoice, HttpRequest request)
    {
        try
        {
            var lines = invoice["LineItems"]!.AsArray().Select(l => l!).ToList();
            var total = lines.Sum(l => (decimal)l["UnitAmount"]! * (decimal)l["Quantity"]!);
            return new SandboxPost(
                (string)invoice["InvoiceNumber"]!, DateOnly.Parse((string)invoice["Date"]!, CultureInfo.InvariantCulture),
                (string?)invoice["Type"] == "ACCPAY" ? -total : total, (string)invoice["CurrencyCode"]!, (string)invoice["Reference"]!,
                request.Headers["Idempotency-Key"].FirstOrDefault(),
                [.. lines.Select(l => new SandboxPostLine((string)l["AccountCode"]!, (string?)l["TaxType"]))]);
        }
        catch (Exception exception) when (exception is NullReferenceException or FormatException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    private static string Words(SandboxRefusal refusal, string subject, SandboxPost post) => refusal switch
    {
        SandboxRefusal.Account => $"Account code '{subject}' has been archived, or has been deleted",
        SandboxRefusal.TaxRate => $"The TaxType code '{subject}' cannot be used with account code '{post.Lines.First(l => l.TaxRate == subject).Account}'.",
        SandboxRefusal.LockDate => $"The document date cannot be before the period lock date, currently set at {subject}",
        SandboxRefusal.Currency => $"Organisation is not subscribed to currency {subject}",
        SandboxRefusal.InvoiceLimit => "You have reached the limit of invoices you can approve",
        _ => "Invoice # must be unique.",
    };

    private static string InvoiceId(SandboxConnection known, string number) => SandboxTokens.TenantId(AccountingPlatform.Xero, known.Row.TenantId, "invoice " + number);

    private static IResult Invalid(string message) => SandboxAnswers.Json(
        new JsonObject
        {
            ["ErrorNumber"] = 10,
            ["Type"] = "ValidationException",
            ["Message"] = "A validation exception occurred",
            ["Elements"] = new JsonArray(new JsonObject { ["ValidationErrors"] = new JsonArray(new JsonObject { ["Message"] = message }) }),
        },
        400);
}
