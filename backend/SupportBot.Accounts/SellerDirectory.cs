using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;

namespace SupportBot.Accounts;

/// <summary>Who sellers and their users are.</summary>
public sealed class SellerDirectory
{
    private readonly IDbContextFactory<SupportDbContext> databases;

    internal SellerDirectory(IDbContextFactory<SupportDbContext> databases) => this.databases = databases;

    /// <summary>Null when the seller does not exist, or has no such user.</summary>
    public async Task<SellerProfile?> FindAsync(string sellerId, string? userId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var seller = await database.Sellers.Where(s => s.Id == sellerId)
            .Select(s => new { s.Name, s.Locale, User = s.Users.FirstOrDefault(u => u.Id == userId) })
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (seller is null || (userId is not null && seller.User is null))
        {
            return null;
        }

        var channels = await database.SalesChannels.Where(c => c.SellerId == sellerId)
            .Select(c => c.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        var role = seller.User is { } user ? Spelling.Name(user.Role) : null;
        return new SellerProfile(
            sellerId, seller.Name, seller.Locale, seller.User?.Id, seller.User?.Name, seller.User?.Email, role,
            [.. channels.Order(StringComparer.OrdinalIgnoreCase)]);
    }
}
