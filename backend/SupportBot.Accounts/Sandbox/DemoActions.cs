namespace SupportBot.Accounts.Sandbox;

/// <summary>
/// What a seller can do in Link My Books, Xero and QuickBooks, carried out on a demo account: our tables and the simulated
/// platform change together, so that "done" can be true or false. What does not exist is answered with <c>Done</c> false.
/// </summary>
public sealed class DemoActions : IDisposable
{
    private static readonly DemoActionResult NotFound = new(false, "There is nothing of that name in this demo account.");

    private readonly DemoLedger ledger;
    private readonly DemoSend sending;
    private readonly SandboxStore sandbox;

    /// <summary>A button pressed twice must not write the same row twice.</summary>
    private readonly SemaphoreSlim pressing = new(1, 1);

    internal DemoActions(DemoLedger ledger, DemoSend sending, SandboxStore sandbox) => (this.ledger, this.sending, this.sandbox) = (ledger, sending, sandbox);

    /// <summary>
    /// Account Settings, Reconnect. Heals an authorisation that ended; a refusal by role only when
    /// <see cref="RemoveFromLinkedAppsAsync"/> went before, because the old consent lives on otherwise.
    /// </summary>
    public Task<DemoActionResult> ReconnectAsync(string sellerId, string connectionId, CancellationToken cancellationToken) => PressAsync(
        async () =>
        {
            var granted = await sandbox.ChangeAsync(
                sellerId, connectionId, state => SandboxTokens.Reconnect(sellerId, connectionId, state), cancellationToken).ConfigureAwait(false);
            if (granted is null)
            {
                return null;
            }

            await ledger.ConnectAsync(sellerId, connectionId, granted, cancellationToken).ConfigureAwait(false);
            return "Reconnected.";
        },
        cancellationToken);

    /// <summary>The platform's own settings, linked apps: Link My Books is removed. Nothing works until the next reconnect.</summary>
    public Task<DemoActionResult> RemoveFromLinkedAppsAsync(string sellerId, string connectionId, CancellationToken cancellationToken) => PressAsync(
        async () => await sandbox.ChangeAsync(
            sellerId, connectionId, SandboxTokens.Remove, cancellationToken).ConfigureAwait(false) is null
            ? null
            : "Link My Books was removed from the linked apps. Reconnect it now.",
        cancellationToken);

    /// <summary>The platform's chart of accounts: an archived account becomes active again.</summary>
    public Task<DemoActionResult> RestoreAccountAsync(string sellerId, string connectionId, string account, CancellationToken cancellationToken) => PressAsync(
        async () =>
        {
            var changed = await sandbox.ChangeAsync(
                sellerId, connectionId,
                state => state.Accounts?.Any(a => a.Code == account) != true ? null : state with
                {
                    Accounts = [.. state.Accounts.Select(a => a.Code == account ? a with { Status = "active" } : a)],
                },
                cancellationToken).ConfigureAwait(false);
            return changed is null ? null : await RefreshedAsync(sellerId, $"Account {account} is active again.", cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Account &amp; Tax Mappings: the category's account, for one marketplace or (null) for all of the channel.</summary>
    /// <param name="taxRate">Null leaves the tax rate as it is.</param>
    public Task<DemoActionResult> ChooseAccountAsync(
        string sellerId, string channelName, string category, string? marketplace, string account, string? taxRate, CancellationToken cancellationToken) => PressAsync(
        async () => await ledger.MapAsync(sellerId, channelName, category, marketplace ?? "", account, taxRate, cancellationToken).ConfigureAwait(false)
            ? await RefreshedAsync(sellerId, $"'{category}' now posts to account {account}.", cancellationToken).ConfigureAwait(false)
            : null,
        cancellationToken);

    /// <summary>QuickBooks or Xero Bank Accounts: where a marketplace's payouts, or its negative payouts, go.</summary>
    public Task<DemoActionResult> ChooseBankAccountAsync(
        string sellerId, string channelName, string marketplace, string account, bool forNegativePayouts, CancellationToken cancellationToken) => PressAsync(
        async () => await ledger.ChooseBankAsync(sellerId, channelName, marketplace, account, forNegativePayouts, cancellationToken).ConfigureAwait(false)
            ? await RefreshedAsync(
                sellerId, $"{(forNegativePayouts ? "Negative payouts" : "Payouts")} of {marketplace} now use account {account}.", cancellationToken).ConfigureAwait(false)
            : null,
        cancellationToken);

    /// <summary>Settlements, Action, Send: posts, fails with an error text, or does nothing, as the simulated platform has it.</summary>
    public async Task<DemoActionResult> SendAsync(string sellerId, string settlementId, CancellationToken cancellationToken)
    {
        await pressing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await sending.SendAsync(sellerId, settlementId, cancellationToken).ConfigureAwait(false) ?? NotFound;
        }
        finally
        {
            pressing.Release();
        }
    }

    /// <summary>The platform's accounts, archived ones too, to fill a list to choose from.</summary>
    public async Task<IReadOnlyList<DemoAccount>> ListAccountsAsync(string sellerId, string connectionId, CancellationToken cancellationToken)
    {
        var known = await sandbox.FindAsync(sellerId, connectionId, cancellationToken).ConfigureAwait(false);
        return [.. (known?.State.Accounts ?? []).Select(a => new DemoAccount(a.Code, a.Name, a.Type is "BANK" or "CREDITCARD", SandboxAnswers.Active(a.Status)))];
    }

    public void Dispose() => pressing.Dispose();

    /// <param name="action">What was done, in words; null where there was nothing to do it to.</param>
    private async Task<DemoActionResult> PressAsync(Func<Task<string?>> action, CancellationToken cancellationToken)
    {
        await pressing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await action().ConfigureAwait(false) is { } done ? new DemoActionResult(true, done) : NotFound;
        }
        finally
        {
            pressing.Release();
        }
    }

    private async Task<string> RefreshedAsync(string sellerId, string message, CancellationToken cancellationToken)
    {
        await ledger.RefreshSettlementsAsync(sellerId, cancellationToken).ConfigureAwait(false);
        return message;
    }
}
