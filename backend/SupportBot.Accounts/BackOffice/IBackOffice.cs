using SupportBot.Storage;

namespace SupportBot.Accounts.BackOffice;

/// <summary>
/// What only the Link My Books back office can do to an account. Each call may be repeated and then changes nothing more. There is
/// one for the demo; where the real one cannot be reached, <see cref="NoBackOffice"/> says so.
/// </summary>
public interface IBackOffice
{
    /// <summary>False: nothing can be done from here, and nothing should be promised.</summary>
    bool IsConfigured { get; }

    /// <summary>Connects a channel anew to the accounting platform that its seller has connected.</summary>
    Task<BackOfficeResult> ReconnectChannelAsync(string sellerId, string channelName, CancellationToken cancellationToken);

    /// <summary>Fetches the VAT reports of a settlement again.</summary>
    Task<BackOfficeResult> RerunVatAsync(string sellerId, string settlementId, CancellationToken cancellationToken);

    /// <summary>Puts a settlement that is stuck in sending back to where it can be sent.</summary>
    Task<BackOfficeResult> ResetSettlementAsync(string sellerId, string settlementId, CancellationToken cancellationToken);
}

/// <param name="Problem">Why it could not be done, one plain sentence; null: it was done.</param>
/// <param name="Changes">Our rows as they are after it; commit them with the news. May run more than once.</param>
/// <param name="At">When it was done, after everything that had happened to the seller before; null where nothing was done.</param>
public sealed record BackOfficeResult(string? Problem = null, Action<SupportDbContext>? Changes = null, DateTime? At = null);
