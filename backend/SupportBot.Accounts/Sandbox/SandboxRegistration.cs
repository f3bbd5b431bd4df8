using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.BackOffice;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>The simulated platforms; for demos and tests alone.</summary>
public static class SandboxRegistration
{
    /// <summary>
    /// Adds the sandbox platforms and <see cref="DemoActions"/>, and points every platform address that is not configured
    /// at the host itself. Call it beside <c>AddAccounts</c>.
    /// </summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services) => services
        .AddSingleton<SandboxAddress>()
        .AddSingleton<SandboxStore>()
        .AddSingleton<SandboxGate>()
        .AddSingleton<SandboxPosting>()
        .AddSingleton<SandboxConsent>()
        .AddSingleton<XeroSandbox>()
        .AddSingleton<QuickBooksSandbox>()
        .AddSingleton<DemoLedger>()
        .AddSingleton<DemoSend>()
        .AddSingleton<IBackOffice, DemoBackOffice>()
        .AddSingleton(sp => new DemoActions(
            sp.GetRequiredService<DemoLedger>(), sp.GetRequiredService<DemoSend>(), sp.GetRequiredService<SandboxStore>()));

    /// <summary>Maps <c>/sandbox/xero</c> and <c>/sandbox/quickbooks</c>.</summary>
    public static IEndpointRouteBuilder MapSandboxPlatforms(this IEndpointRouteBuilder endpoints)
    {
        var sandbox = endpoints.MapGroup("/sandbox").ExcludeFromDescription();
        sandbox.MapGet("/xero/connect/authorize", (HttpContext http, SandboxConsent consent) => consent.ShowAsync(http, AccountingPlatform.Xero));
        sandbox.MapPost("/xero/connect/authorize", (HttpContext http, SandboxConsent consent) => consent.DecideAsync(http, AccountingPlatform.Xero));
        sandbox.MapGet("/quickbooks/connect/oauth2", (HttpContext http, SandboxConsent consent) => consent.ShowAsync(http, AccountingPlatform.QuickBooks));
        sandbox.MapPost("/quickbooks/connect/oauth2", (HttpContext http, SandboxConsent consent) => consent.DecideAsync(http, AccountingPlatform.QuickBooks));
        sandbox.MapDelete("/xero/connections/{id}", (HttpContext http, string id, XeroSandbox xero) => xero.DisconnectAsync(http, id));
        sandbox.MapPost("/xero/connect/token", (HttpContext http, XeroSandbox xero) => xero.TokenAsync(http));
        sandbox.MapGet("/xero/connections", (HttpContext http, XeroSandbox xero) => xero.ConnectionsAsync(http));
        sandbox.MapGet("/xero/api.xro/2.0/Organisation", (HttpContext http, XeroSandbox xero) => xero.OrganisationAsync(http));
        sandbox.MapGet("/xero/api.xro/2.0/Accounts", (HttpContext http, XeroSandbox xero) => xero.AccountsAsync(http));
        sandbox.MapGet("/xero/api.xro/2.0/TaxRates", (HttpContext http, XeroSandbox xero) => xero.TaxRatesAsync(http));
        sandbox.MapGet("/xero/api.xro/2.0/Currencies", (HttpContext http, XeroSandbox xero) => xero.CurrenciesAsync(http));
        sandbox.MapGet("/xero/api.xro/2.0/Invoices", (HttpContext http, XeroSandbox xero) => xero.InvoicesAsync(http));
        sandbox.MapPut("/xero/api.xro/2.0/Invoices", (HttpContext http, XeroSandbox xero) => xero.CreateInvoiceAsync(http));
        sandbox.MapPost("/quickbooks/oauth2/v1/tokens/bearer", (HttpContext http, QuickBooksSandbox quickBooks) => quickBooks.TokenAsync(http));
        sandbox.MapGet(
            "/quickbooks/v3/company/{realmId}/companyinfo/{id}",
            (HttpContext http, string realmId, string id, QuickBooksSandbox quickBooks) => quickBooks.CompanyInfoAsync(http, realmId));
        sandbox.MapGet(
            "/quickbooks/v3/company/{realmId}/preferences",
            (HttpContext http, string realmId, QuickBooksSandbox quickBooks) => quickBooks.PreferencesAsync(http, realmId));
        sandbox.MapGet(
            "/quickbooks/v3/company/{realmId}/query",
            (HttpContext http, string realmId, string query, QuickBooksSandbox quickBooks) => quickBooks.QueryAsync(http, realmId, query));
        sandbox.MapPost(
            "/quickbooks/v3/company/{realmId}/journalentry",
            (HttpContext http, string realmId, QuickBooksSandbox quickBooks) => quickBooks.CreateJournalAsync(http, realmId));
        return endpoints;
    }
}
