using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts;

/// <summary>Who sellers and their users are.</summary>
public sealed class SellerDirectory
{
    // Every turn asks, so these are translated once.
    private static readonly Func<SupportDbContext, string, string?, Task<SellerRow?>> ReadSeller =
        EF.CompileAsyncQuery((SupportDbContext db, string sellerId, string? userId) => db.Sellers
            .Where(s => s.Id == sellerId)
            .Select(s => new SellerRow(s.Name, s.Locale, s.Users.FirstOrDefault(u => u.Id == userId)))
            .AsNoTracking()
            .FirstOrDefault());

    private static readonly Func<SupportDbContext, string, IAsyncEnumerable<string>> ReadChannelNames =
        EF.CompileAsyncQuery((SupportDbContext db, string sellerId) => db.SalesChannels.Where(c => c.SellerId == sellerId).Select(c => c.Name));

    private readonly IDbContextFactory<SupportDbContext> databases;

    internal SellerDirectory(IDbContextFactory<SupportDbContext> databases) => this.databases = databases;

    /// <summary>Null when the seller does not exist, or has no such user.</summary>
    public async Task<SellerProfile?> FindAsync(string sellerId, string? userId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var seller = await ReadSeller(database, sellerId, userId).ConfigureAwait(false);
        if (seller is null || (userId is not null && seller.User is null))
        {
            return null;
        }

        var channels = new List<string>();
        await foreach (var name in ReadChannelNames(database, sellerId).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            channels.Add(name);
        }

        var role = seller.User is { } user ? Spelling.Name(user.Role) : null;
        return new SellerProfile(
            sellerId, seller.Name, seller.Locale, seller.User?.Id, seller.User?.Name, seller.User?.Email, role,
            [.. channels.Order(StringComparer.OrdinalIgnoreCase)]);
    }

    private sealed record SellerRow(string Name, string Locale, SellerUser? User);
}
