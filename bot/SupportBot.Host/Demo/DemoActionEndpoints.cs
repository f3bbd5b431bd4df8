using SupportBot.Accounts.Sandbox;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Host.Demo;

/// <summary>The dashboard's buttons. Only what the dashboard shows of the caller's own account can be changed.</summary>
internal sealed class DemoActionEndpoints(DemoDashboards dashboards, DemoActions actions)
{
    public void Map(IEndpointRouteBuilder demo)
    {
        demo.MapPost("/connections/{id}/reconnect", (HttpContext context, string id, CancellationToken cancellationToken) => ActAsync(
            context, d => d.Connections.Any(c => c.Id == id), seller => actions.ReconnectAsync(seller, id, cancellationToken), cancellationToken));
        demo.MapPost("/connections/{id}/remove-from-linked-apps", (HttpContext context, string id, CancellationToken cancellationToken) => ActAsync(
            context, d => d.Connections.Any(c => c.Id == id), seller => actions.RemoveFromLinkedAppsAsync(seller, id, cancellationToken), cancellationToken));
        demo.MapPost("/connections/{id}/restore-account", RestoreAccountAsync);
        demo.MapPost("/settlements/{id}/send", (HttpContext context, string id, CancellationToken cancellationToken) => ActAsync(
            context, d => d.Settlements.Any(s => s.Id == id), seller => actions.SendAsync(seller, id, cancellationToken), cancellationToken));
        demo.MapPost("/mappings", ChooseAccountAsync);
        demo.MapPost("/bank-accounts", ChooseBankAccountAsync);
    }

    private Task<IResult> RestoreAccountAsync(HttpContext context, string id, RestoredAccount restored, CancellationToken cancellationToken) => ActAsync(
        context,
        d => Has(d, id, restored.Account),
        seller => actions.RestoreAccountAsync(seller, id, restored.Account, cancellationToken),
        cancellationToken);

    private async Task<IResult> ChooseAccountAsync(HttpContext context, ChosenAccount chosen, CancellationToken cancellationToken)
    {
        DemoMapping? Find(DemoDashboard d) => d.Mappings.FirstOrDefault(m =>
            m.Channel == chosen.Channel && m.Category == chosen.Category && m.Marketplace == chosen.Marketplace && Has(d, m.ConnectionId, chosen.Account));
        var user = context.SignedInUser();

        // A mapping without a tax rate would only exchange one problem for another, so the last posting's rate comes with it.
        var taxRate = await dashboards.FindAsync(user, cancellationToken) is { } dashboard && Find(dashboard) is { TaxRate: null }
            ? await dashboards.LastTaxRateAsync(user.SellerId, chosen.Channel, chosen.Category, cancellationToken)
            : null;
        return await ActAsync(
            context,
            d => Find(d) is not null,
            seller => actions.ChooseAccountAsync(seller, chosen.Channel, chosen.Category, chosen.Marketplace, chosen.Account, taxRate, cancellationToken),
            cancellationToken);
    }

    private Task<IResult> ChooseBankAccountAsync(HttpContext context, ChosenBankAccount chosen, CancellationToken cancellationToken) => ActAsync(
        context,
        d => d.BankAccounts.Any(b => b.Channel == chosen.Channel && b.Marketplace == chosen.Marketplace && Has(d, b.ConnectionId, chosen.Account)),
        seller => actions.ChooseBankAccountAsync(seller, chosen.Channel, chosen.Marketplace, chosen.Account, chosen.NegativePayouts, cancellationToken),
        cancellationToken);

    private async Task<IResult> ActAsync(
        HttpContext context, Func<DemoDashboard, bool> isShown, Func<string, Task<DemoActionResult>> act, CancellationToken cancellationToken)
    {
        UserIdentity user = context.SignedInUser();
        return await dashboards.FindAsync(user, cancellationToken) is not { } dashboard ? DemoProblems.UnknownUser
            : !isShown(dashboard) ? DemoProblems.NotShown
            : TypedResults.Json(await act(user.SellerId), DemoJson.Default.DemoActionResult);
    }

    private static bool Has(DemoDashboard dashboard, string connectionId, string account) =>
        dashboard.Connections.Any(c => c.Id == connectionId && c.Accounts.Any(a => a.Code == account));
}
