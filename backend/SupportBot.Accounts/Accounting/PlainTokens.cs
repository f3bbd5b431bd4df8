using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;

namespace SupportBot.Accounts.Accounting;

/// <summary>Encrypts what a version before token encryption stored as it was. Until then such a connection counts as ended.</summary>
public sealed class PlainTokens
{
    private readonly IDbContextFactory<SupportDbContext> databases;
    private readonly TokenProtection protection;

    internal PlainTokens(IDbContextFactory<SupportDbContext> databases, TokenProtection protection) =>
        (this.databases, this.protection) = (databases, protection);

    /// <summary>Call it before anything listens; harmless when there is nothing to do, or when two nodes start together.</summary>
    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var plain = await database.BookkeepingConnections.AsNoTracking()
            .Where(c => (c.AccessToken != null && !c.AccessToken.StartsWith(TokenProtection.Mark))
                || (c.RefreshToken != null && !c.RefreshToken.StartsWith(TokenProtection.Mark)))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in plain)
        {
            string? Encrypted(string? token) => token is null || token.StartsWith(TokenProtection.Mark, StringComparison.Ordinal)
                ? token
                : protection.Protect(row.SellerId, row.Id, token);
            var (access, refresh) = (Encrypted(row.AccessToken), Encrypted(row.RefreshToken));
            await database.BookkeepingConnections
                .Where(c => c.SellerId == row.SellerId && c.Id == row.Id && c.AccessToken == row.AccessToken && c.RefreshToken == row.RefreshToken)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.AccessToken, access).SetProperty(c => c.RefreshToken, refresh), cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
