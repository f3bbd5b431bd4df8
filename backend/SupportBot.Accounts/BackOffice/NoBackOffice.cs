namespace SupportBot.Accounts.BackOffice;

/// <summary>The back office cannot be reached from this installation.</summary>
internal sealed class NoBackOffice : IBackOffice
{
    private static readonly Task<BackOfficeResult> s_notConfigured =
        Task.FromResult(new BackOfficeResult("This installation is not connected to the Link My Books back office."));

    public bool IsConfigured => false;

    public Task<BackOfficeResult> ReconnectChannelAsync(string sellerId, string channelName, CancellationToken cancellationToken) => s_notConfigured;

    public Task<BackOfficeResult> RerunVatAsync(string sellerId, string settlementId, CancellationToken cancellationToken) => s_notConfigured;

    public Task<BackOfficeResult> ResetSettlementAsync(string sellerId, string settlementId, CancellationToken cancellationToken) => s_notConfigured;
}
