using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>Answers like Xero: problems with capital keys, organisations named by a header, limits told by headers.</summary>
internal sealed partial class XeroSandbox(SandboxGate gate, SandboxConsent consent, SandboxStore store, SandboxPosting posting)
{
    public async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        if (await gate.OwnerOfAsync(SandboxGate.ProofOf(form), http.RequestAborted).ConfigureAwait(false) is { } owner
            && await TroubleAsync(http, owner.State).ConfigureAwait(false) is { } trouble)
        {
            return trouble;
        }

        return await gate.GrantAsync(form, consent, rotates: true, http.RequestAborted).ConfigureAwait(false) is { } granted
            ? SandboxAnswers.Tokens(granted)
            : SandboxAnswers.Json(new JsonObject { ["error"] = "invalid_grant" }, 400);
    }

    public Task<IResult> ConnectionsAsync(HttpContext http) => AnswerAsync(http, needsTenant: false, known =>
    {
        var (row, state) = known;
        var tenant = state.Authorisation == "wrong-tenant" ? SandboxTokens.OtherTenantId(row) : row.TenantId;
        return new JsonArray(new JsonObject
        {
            ["id"] = SandboxTokens.ConnectionId(row),
            ["tenantId"] = tenant,
            ["tenantType"] = "ORGANISATION",
            ["tenantName"] = row.Organisation,
        });
    });

    /// <summary>The app takes itself out of the linked apps; the same as when the seller does.</summary>
    public async Task<IResult> DisconnectAsync(HttpContext http, string id)
    {
        var token = SandboxGate.BearerOf(http.Request);
        if (await gate.OwnerOfAsync(token, http.RequestAborted).ConfigureAwait(false) is not { } known || SandboxGate.IsExpired(known.State, token))
        {
            return Problem(401, "Unauthorized", "AuthenticationUnsuccessful");
        }

        if (id != SandboxTokens.ConnectionId(known.Row))
        {
            return Problem(404, "Not Found", "There is no such connection");
        }

        await store.ChangeAsync(known.Row.SellerId, known.Row.Id, SandboxTokens.Remove, http.RequestAborted).ConfigureAwait(false);
        return Results.NoContent();
    }

    public Task<IResult> OrganisationAsync(HttpContext http) => AnswerAsync(http, needsTenant: true, known => new JsonObject
    {
        ["Organisations"] = new JsonArray(new JsonObject
        {
            ["Name"] = known.Row.Organisation,
            ["BaseCurrency"] = known.State.BaseCurrency,
            ["OrganisationStatus"] = "ACTIVE",
            ["PeriodLockDate"] = DateText(known.State.LockDate),
        }),
    });

    public Task<IResult> AccountsAsync(HttpContext http) => AnswerAsync(http, needsTenant: true, known => new JsonObject
    {
        ["Accounts"] = SandboxAnswers.Array(known.State.Accounts, a => new JsonObject
        {
            ["AccountID"] = SandboxTokens.TenantId(AccountingPlatform.Xero, known.Row.TenantId, a.Code),
            ["Code"] = a.Code,
            ["Name"] = a.Name,
            ["Type"] = a.Type,
            ["Status"] = SandboxAnswers.Active(a.Status) ? "ACTIVE" : "ARCHIVED",
        }),
    });

    public Task<IResult> TaxRatesAsync(HttpContext http) => AnswerAsync(http, needsTenant: true, known => new JsonObject
    {
        ["TaxRates"] = SandboxAnswers.Array(known.State.TaxRates, t => new JsonObject
        {
            ["Name"] = t.Name ?? t.Code,
            ["TaxType"] = t.Code,
            ["Status"] = SandboxAnswers.Active(t.Status) ? "ACTIVE" : "ARCHIVED",
        }),
    });

    public Task<IResult> CurrenciesAsync(HttpContext http) => AnswerAsync(http, needsTenant: true, async known => new JsonObject
    {
        ["Currencies"] = SandboxAnswers.Array(
            await store.CurrenciesAsync(known, http.RequestAborted).ConfigureAwait(false), c => new JsonObject { ["Code"] = c, ["Description"] = c }),
    });

    /// <summary>Of all invoices and bills, the ones with the numbers that were asked for.</summary>
    public Task<IResult> InvoicesAsync(HttpContext http) => AnswerAsync(http, needsTenant: true, known =>
    {
        var numbers = http.Request.Query["InvoiceNumbers"].ToString().Split(',');
        return new JsonObject
        {
            ["Invoices"] = SandboxAnswers.Array(known.State.Documents.Where(d => numbers.Contains(d.Number, StringComparer.OrdinalIgnoreCase)), d => new JsonObject
            {
                ["InvoiceID"] = InvoiceId(known, d.Number),
                ["InvoiceNumber"] = d.Number,
                ["Type"] = d.Total < 0 ? "ACCPAY" : "ACCREC",
                ["Status"] = d.Status.ToUpperInvariant(),
                ["Date"] = DateText(d.Date),
                ["Total"] = d.Total is { } total ? Math.Abs(total) : null,
            }),
        };
    });

    private static string? DateText(DateOnly? date) => date is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"/Date({new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds()}+0000)/")
        : null;

    private Task<IResult> AnswerAsync(HttpContext http, bool needsTenant, Func<SandboxConnection, JsonNode> answer) =>
        AnswerAsync(http, needsTenant, known => Task.FromResult(answer(known)));

    private Task<IResult> AnswerAsync<TAnswer>(HttpContext http, bool needsTenant, Func<SandboxConnection, Task<TAnswer>> answer)
        where TAnswer : JsonNode => ServeAsync(http, needsTenant, async known => SandboxAnswers.Json(await answer(known).ConfigureAwait(false)));

    private async Task<IResult> ServeAsync(HttpContext http, bool needsTenant, Func<SandboxConnection, Task<IResult>> serve)
    {
        var token = SandboxGate.BearerOf(http.Request);
        if (await gate.OwnerOfAsync(token, http.RequestAborted).ConfigureAwait(false) is not { } known || known.Row.Platform != AccountingPlatform.Xero)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Problem(401, "Unauthorized", "AuthenticationUnsuccessful");
        }

        var state = known.State;
        if (await TroubleAsync(http, state).ConfigureAwait(false) is { } trouble)
        {
            return trouble;
        }

        if (SandboxGate.IsExpired(state, token))
        {
            return Problem(401, "Unauthorized", "TokenExpired: token expired");
        }

        http.Response.Headers["X-AppMinLimit-Remaining"] = "9988";
        if (needsTenant)
        {
            if (state.Authorisation == "wrong-tenant" || http.Request.Headers["xero-tenant-id"] != known.Row.TenantId)
            {
                return Problem(403, "Forbidden", "AuthenticationUnsuccessful");
            }

            if (state.Authorisation == "forbidden")
            {
                return Problem(403, "Forbidden", "You are not permitted to access this resource without the reporting role or higher privileges");
            }

            if (state.Subscription == "lapsed")
            {
                return Problem(403, "Forbidden", "The subscription of this organisation has ended");
            }

            http.Response.Headers["X-DayLimit-Remaining"] = "4988";
            http.Response.Headers["X-MinLimit-Remaining"] = "58";
        }

        return await serve(known).ConfigureAwait(false);
    }

    private async Task<IResult?> TroubleAsync(HttpContext http, ConnectionSandbox state)
    {
        await gate.DawdleAsync(state, http.RequestAborted).ConfigureAwait(false);
        switch (state.Availability)
        {
            case "offline":
                return Results.Text("Organisation is offline", "text/plain", statusCode: 503);
            case "failing":
                return Results.Text("", "text/plain", statusCode: 500);
            case "rate-limited":
                http.Response.Headers.RetryAfter = state.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                http.Response.Headers["X-Rate-Limit-Problem"] = "minute";
                return Results.Text("", "text/plain", statusCode: 429);
            default:
                return null;
        }
    }

    private static IResult Problem(int status, string title, string detail) => SandboxAnswers.Json(
        new JsonObject
        {
            ["Type"] = null,
            ["Title"] = title,
            ["Status"] = status,
            ["Detail"] = detail,
            ["Instance"] = Guid.CreateVersion7().ToString(),
            ["Extensions"] = new JsonObject(),
        },
        status);
}
