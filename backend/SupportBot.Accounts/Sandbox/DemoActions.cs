namespace SupportBot.Accounts.Sandbox;

/// <summary>
/// What a seller can do in Link My Books, Xero and QuickBooks, carried out on a demo account: our tables and the simulated
/// platform change together, so that "done" can be true or false. What does not exist is answered with <c>Done</c> false.
/// </summary>
public sealed class DemoActions
{
    private readonly DemoLedger ledger;
    private readonly DemoSend sending;
    private readonly SandboxStore sandbox;

    internal DemoActions(DemoLedger ledger, DemoSend sending, SandboxStore sandbox) => (this.ledger, this.sending, this.sandbox) = (ledger, sending, sandbox);

    /// <summary>
    /// Account Settings, Reconnect. Heals an authorisation that ended; a refusal by role only when
    /// <see cref="RemoveFromLinkedAppsAsync"/> went before, because the old consent lives on otherwise.
    /// </summary>
    public async Task<DemoActionResult> ReconnectAsync(string sellerId, string connectionId, CancellationToken cancellationToken)
    {
        var granted = await sandbox.ChangeAsync(
            sellerId, connectionId,
            state => state with
            {
                Authorisation = state is { Authorisation: "forbidden", AppRemoved: false } ? "forbidden" : "valid",
                AppRemoved = false,
                AccessToken = SandboxTokens.Next("a", sellerId, connectionId),
                AccessTokenUntil = TimeProvider.System.GetUtcNow().UtcDateTime + SandboxTokens.AccessLifetime,
                RefreshToken = SandboxTokens.Next("r", sellerId, connectionId),
            },
            cancellationToken).ConfigureAwait(false);
        if (granted is null)
        {
            return NotFound;
        }

        await ledger.ConnectAsync(sellerId, connectionId, granted, cancellationToken).ConfigureAwait(false);
        return new DemoActionResult(true, "Reconnected.");
    }

    /// <summary>The platform's own settings, linked apps: Link My Books is removed. Nothing works until the next reconnect.</summary>
    public async Task<DemoActionResult> RemoveFromLinkedAppsAsync(string sellerId, string connectionId, CancellationToken cancellationToken)
    {
        var changed = await sandbox.ChangeAsync(
            sellerId, connectionId, state => state with { AppRemoved = true, AccessToken = null, RefreshToken = null }, cancellationToken).ConfigureAwait(false);
        return changed is null ? NotFound : new DemoActionResult(true, "Link My Books was removed from the linked apps. Reconnect it now.");
    }

    /// <summary>The platform's chart of accounts: an archived account becomes active again.</summary>
    public async Task<DemoActionResult> RestoreAccountAsync(string sellerId, string connectionId, string account, CancellationToken cancellationToken)
    {
        var changed = await sandbox.ChangeAsync(
            sellerId, connectionId,
            state => state.Accounts?.Any(a => a.Code == account) != true ? null : state with
            {
                Accounts = [.. state.Accounts.Select(a => a.Code == account ? a with { Status = "active" } : a)],
            },
            cancellationToken).ConfigureAwait(false);
        if (changed is null)
        {
            return NotFound;
        }

        await ledger.RefreshSettlementsAsync(sellerId, cancellationToken).ConfigureAwait(false);
        return new DemoActionResult(true, $"Account {account} is active again.");
    }

    /// <summary>Account &amp; Tax Mappings: the category's account, for one marketplace or (null) for all of the channel.</summary>
    /// <param name="taxRate">Null leaves the tax rate as it is.</param>
    public async Task<DemoActionResult> ChooseAccountAsync(
        string sellerId, string channelName, string category, string? marketplace, string account, string? taxRate, CancellationToken cancellationToken)
    {
        if (!await ledger.MapAsync(sellerId, channelName, category, marketplace ?? "", account, taxRate, cancellationToken).ConfigureAwait(false))
        {
            return NotFound;
        }

        await ledger.RefreshSettlementsAsync(sellerId, cancellationToken).ConfigureAwait(false);
        return new DemoActionResult(true, $"'{category}' now posts to account {account}.");
    }

    /// <summary>QuickBooks or Xero Bank Accounts: where a marketplace's payouts, or its negative payouts, go.</summary>
    public async Task<DemoActionResult> ChooseBankAccountAsync(
        string sellerId, string channelName, string marketplace, string account, bool forNegativePayouts, CancellationToken cancellationToken)
    {
        if (!await ledger.ChooseBankAsync(sellerId, channelName, marketplace, account, forNegativePayouts, cancellationToken).ConfigureAwait(false))
        {
            return NotFound;
        }

        await ledger.RefreshSettlementsAsync(sellerId, cancellationToken).ConfigureAwait(false);
        return new DemoActionResult(true, $"{(forNegativePayouts ? "Negative payouts" : "Payouts")} of {marketplace} now use account {account}.");
    }

    /// <summary>Settlements, Action, Send: posts, fails with an error text, or does nothing, as the simulated platform has it.</summary>
    public async Task<DemoActionResult> SendAsync(string sellerId, string settlementId, CancellationToken cancellationToken) =>
        await sending.SendAsync(sellerId, settlementId, cancellationToken).ConfigureAwait(false) ?? NotFound;

    /// <summary>The platform's accounts, archived ones too, to fill a list to choose from.</summary>
    public async Task<IReadOnlyList<DemoAccount>> ListAccountsAsync(string sellerId, string connectionId, CancellationToken cancellationToken)
    {
        var known = await sandbox.FindAsync(sellerId, connectionId, cancellationToken).ConfigureAwait(false);
        return [.. (known?.State.Accounts ?? []).Select(a => new DemoAccount(a.Code, a.Name, a.Type is "BANK" or "CREDITCARD", SandboxAnswers.Active(a.Status)))];
    }

    private static DemoActionResult NotFound => new(false, "There is nothing of that name in this demo account.");
}
