using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>Answers like QuickBooks Online: two shapes of fault, a query language (the part of it that is asked), HTML in an outage.</summary>
internal sealed partial class QuickBooksSandbox(SandboxGate gate, SandboxConsent consent, SandboxStore store, SandboxPosting posting)
{
    public async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        if (await gate.OwnerOfAsync(SandboxGate.ProofOf(form), http.RequestAborted).ConfigureAwait(false) is { } owner
            && await TroubleAsync(http, owner.State).ConfigureAwait(false) is { } trouble)
        {
            return trouble;
        }

        return await gate.GrantAsync(form, consent, rotates: false, http.RequestAborted).ConfigureAwait(false) is { } granted
            ? SandboxAnswers.Tokens(granted)
            : SandboxAnswers.Json(new JsonObject { ["error"] = "invalid_grant", ["error_description"] = "Incorrect or invalid refresh token" }, 400);
    }

    public Task<IResult> CompanyInfoAsync(HttpContext http, string realmId) => AnswerAsync(http, realmId, known => new JsonObject
    {
        ["CompanyInfo"] = new JsonObject { ["CompanyName"] = known.Row.Organisation, ["LegalName"] = known.Row.Organisation, ["Id"] = "1" },
        ["time"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
    });

    public Task<IResult> PreferencesAsync(HttpContext http, string realmId) => AnswerAsync(http, realmId, async known => new JsonObject
    {
        ["Preferences"] = new JsonObject
        {
            ["AccountingInfoPrefs"] = new JsonObject { ["BookCloseDate"] = known.State.LockDate?.ToString("O", CultureInfo.InvariantCulture) },
            ["CurrencyPrefs"] = new JsonObject
            {
                ["MultiCurrencyEnabled"] = (await store.CurrenciesAsync(known, http.RequestAborted).ConfigureAwait(false)).Count > 1,
                ["HomeCurrency"] = new JsonObject { ["value"] = known.State.BaseCurrency },
            },
        },
        ["time"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
    });

    public Task<IResult> QueryAsync(HttpContext http, string realmId, string query) => AnswerAsync(http, realmId, async known =>
    {
        var entity = query.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => !w.Equals("from", StringComparison.OrdinalIgnoreCase)).ElementAtOrDefault(1);
        var withInactive = query.Contains("in (true, false)", StringComparison.OrdinalIgnoreCase);
        var rows = entity switch
        {
            "Account" => SandboxAnswers.Array(known.State.Accounts?.Where(a => withInactive || SandboxAnswers.Active(a.Status)), Account),
            "TaxCode" => SandboxAnswers.Array(known.State.TaxRates?.Where(t => withInactive || SandboxAnswers.Active(t.Status)), Tax),
            "CompanyCurrency" => SandboxAnswers.Array(
                (await store.CurrenciesAsync(known, http.RequestAborted).ConfigureAwait(false)).Where(c => c != known.State.BaseCurrency),
                c => new JsonObject { ["Code"] = c, ["Name"] = c, ["Active"] = true }),
            "JournalEntry" => SandboxAnswers.Array(known.State.Documents.Where(d => d.Status != "voided" && NumbersIn(query).Contains(d.Number, StringComparer.OrdinalIgnoreCase)), Journal),
            _ => [],
        };
        return new JsonObject
        {
            // QuickBooks leaves an empty list out altogether.
            ["QueryResponse"] = rows.Count == 0 ? [] : new JsonObject { [entity!] = rows, ["startPosition"] = 1, ["maxResults"] = rows.Count },
            ["time"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        };
    });

    private static JsonObject Account(SandboxAccount account) => new()
    {
        ["Id"] = account.Code,
        ["Name"] = account.Name,
        ["AcctNum"] = account.Code,
        ["AccountType"] = account.Type,
        ["Active"] = SandboxAnswers.Active(account.Status),
    };

    private static JsonObject Journal(SandboxDocument document) => new()
    {
        ["Id"] = (BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(document.Number))) % 1_000_000).ToString(CultureInfo.InvariantCulture),
        ["DocNumber"] = document.Number,
        ["TxnDate"] = document.Date?.ToString("O", CultureInfo.InvariantCulture),
        ["TotalAmt"] = document.Total is { } total ? Math.Abs(total) : null,
    };

    /// <summary>The literals of <c>DocNumber in ('…', '…')</c>; a backslash makes a quote part of one.</summary>
    private static string[] NumbersIn(string query) =>
        [.. Literal().Matches(query).Select(m => Escape().Replace(m.Groups[1].Value, "$1"))];

    private static JsonObject Tax(SandboxTaxRate rate) => new() { ["Id"] = rate.Code, ["Name"] = rate.Name ?? rate.Code, ["Active"] = SandboxAnswers.Active(rate.Status) };

    private Task<IResult> AnswerAsync(HttpContext http, string realmId, Func<SandboxConnection, JsonNode> answer) =>
        AnswerAsync(http, realmId, known => Task.FromResult(answer(known)));

    private Task<IResult> AnswerAsync<TAnswer>(HttpContext http, string realmId, Func<SandboxConnection, Task<TAnswer>> answer)
        where TAnswer : JsonNode => ServeAsync(http, realmId, async known => SandboxAnswers.Json(await answer(known).ConfigureAwait(false)));

    private async Task<IResult> ServeAsync(HttpContext http, string realmId, Func<SandboxConnection, Task<IResult>> serve)
    {
        http.Response.Headers["intuit_tid"] = Guid.CreateVersion7().ToString();
        var token = SandboxGate.BearerOf(http.Request);
        if (await gate.OwnerOfAsync(token, http.RequestAborted).ConfigureAwait(false) is not { } known || known.Row.Platform != AccountingPlatform.QuickBooks)
        {
            return GatewayFault(401, "AuthenticationFailed", 3200, "Malformed bearer token", "AUTHENTICATION");
        }

        var state = known.State;
        if (await TroubleAsync(http, state).ConfigureAwait(false) is { } trouble)
        {
            return trouble;
        }

        if (SandboxGate.IsExpired(state, token))
        {
            return GatewayFault(401, "AuthenticationFailed", 3200, "Token expired", "AUTHENTICATION");
        }

        if (state.Authorisation == "wrong-tenant" || realmId != known.Row.TenantId)
        {
            return GatewayFault(403, "ApplicationAuthorizationFailed", 3100, null, "AUTHORIZATION");
        }

        if (state.Authorisation == "forbidden")
        {
            return DataFault(401, "Authorization Failure", "-11014 You do not have access to this company", "120", "AUTHORIZATION");
        }

        return state.Subscription == "lapsed"
            ? DataFault(400, "Invalid Company Status", "Subscription period has ended or canceled or there was a billing problem", "6190", "ValidationFault")
            : await serve(known).ConfigureAwait(false);
    }

    private async Task<IResult?> TroubleAsync(HttpContext http, ConnectionSandbox state)
    {
        await gate.DawdleAsync(state, http.RequestAborted).ConfigureAwait(false);
        switch (state.Availability)
        {
            case "offline":
                return SandboxAnswers.Html("Service Unavailable", 503);
            case "failing":
                return SandboxAnswers.Html("Internal Server Error", 500);
            case "rate-limited":
                http.Response.Headers.RetryAfter = state.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                return GatewayFault(429, "ThrottleExceeded", 3001, null, "THROTTLE");
            default:
                return null;
        }
    }

    private static IResult GatewayFault(int status, string name, int code, string? detail, string type) => SandboxAnswers.Json(
        new JsonObject
        {
            ["warnings"] = null,
            ["fault"] = new JsonObject
            {
                ["error"] = new JsonArray(new JsonObject
                {
                    ["message"] = string.Create(CultureInfo.InvariantCulture, $"message={name}; errorCode={code:D6}; statusCode={status}"),
                    ["detail"] = detail,
                    ["code"] = code.ToString(CultureInfo.InvariantCulture),
                    ["element"] = null,
                }),
                ["type"] = type,
            },
        },
        status);

    private static IResult DataFault(int status, string message, string detail, string code, string type) => SandboxAnswers.Json(
        new JsonObject
        {
            ["Fault"] = new JsonObject
            {
                ["Error"] = new JsonArray(new JsonObject { ["Message"] = message, ["Detail"] = detail, ["code"] = code, ["element"] = "" }),
                ["type"] = type,
            },
            ["time"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        },
        status);

    [GeneratedRegex(@"'((?:\\.|[^'\\])*)'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
