using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Reconnects;

/// <param name="Store">What to commit; null where there is a problem.</param>
internal sealed record NewConnectionResult(ReconnectProblem? Problem, Action<SupportDbContext>? Store);

/// <summary>Exchanges a code for tokens, and accepts them only for the organisation that the connection has always been for.</summary>
internal sealed class NewConnection(
    PlatformConsent consent, IEnumerable<IAccountingPlatform> platforms, TokenProtection protection, SellerMoments moments)
{
    public async Task<NewConnectionResult> MakeAsync(
        BookkeepingConnection row, string code, string redirectUri, string verifier, CancellationToken cancellationToken)
    {
        var issued = await consent.ExchangeAsync(row.Platform, code, redirectUri, verifier, cancellationToken).ConfigureAwait(false);
        if (!issued.Succeeded)
        {
            return new NewConnectionResult(ReconnectProblem.PlatformTrouble, null);
        }

        var platform = platforms.First(p => p.Platform == row.Platform);
        var organisation = await platform.ReadOrganisationAsync(issued.Value.AccessToken, row.TenantId, cancellationToken).ConfigureAwait(false);
        return organisation.Failure switch
        {
            // What the connected user may not do, and a subscription that has ended, are for the next diagnosis to tell.
            null or PlatformFailure.PermissionRefused or PlatformFailure.SubscriptionEnded =>
                new NewConnectionResult(null, await StoreAsync(row, issued.Value, cancellationToken).ConfigureAwait(false)),
            PlatformFailure.TenantNotConnected => new NewConnectionResult(ReconnectProblem.OtherOrganisation, null),
            _ => new NewConnectionResult(ReconnectProblem.PlatformTrouble, null),
        };
    }

    private async Task<Action<SupportDbContext>> StoreAsync(BookkeepingConnection row, IssuedTokens issued, CancellationToken cancellationToken)
    {
        var at = await moments.NextAsync(row.SellerId, cancellationToken).ConfigureAwait(false);
        var access = protection.Protect(row.SellerId, row.Id, issued.AccessToken);
        var refresh = protection.Protect(row.SellerId, row.Id, issued.RefreshToken);
        var expiresAt = TimeProvider.System.GetUtcNow().UtcDateTime + issued.Lifetime;
        return db =>
        {
            // The columns of a reconnect alone: whatever else has changed in the row since it was read stays.
            var entry = db.Attach(new BookkeepingConnection { SellerId = row.SellerId, Id = row.Id, Organisation = row.Organisation, TenantId = row.TenantId });
            void Set<T>(System.Linq.Expressions.Expression<Func<BookkeepingConnection, T>> column, T value)
            {
                entry.Property(column).CurrentValue = value;
                entry.Property(column).IsModified = true;
            }

            Set(c => c.Status, ConnectionStatus.Connected);
            Set(c => c.ConnectedAt, at);
            Set(c => c.LastRefreshedAt, at);
            Set(c => c.AuthorisationEndedAt, null);
            Set(c => c.AccessToken, access);
            Set(c => c.AccessTokenExpiresAt, expiresAt);
            Set(c => c.RefreshToken, refresh);
        };
    }
}
