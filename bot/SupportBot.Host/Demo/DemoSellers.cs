using Microsoft.EntityFrameworkCore;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Host.Demo;

/// <summary>Whom one can be in the demo, and signing in as them.</summary>
internal sealed class DemoSellers(IDbContextFactory<SupportDbContext> databases)
{
    public void Map(IEndpointRouteBuilder demo)
    {
        demo.MapGet("/sellers", ListAsync);
        demo.MapPost("/sign-in/{sellerId}", SignInAsync);
    }

    private async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sellers = await database.Sellers.AsNoTracking().AsSplitQuery()
            .Include(s => s.Users).Include(s => s.Bookkeeping).OrderBy(s => s.Name).ToListAsync(cancellationToken);
        DemoSeller[] shown =
        [
            .. sellers.Select(s => new DemoSeller(
                s.Id, s.Name, DemoStories.Of(s.Id), [.. s.Bookkeeping.Select(b => DemoNames.Of(b.Platform)).Distinct().Order(StringComparer.Ordinal)],
                [.. Ranked(s.Users).Select(u => new DemoUser(u.Id, u.Name, DemoNames.Of(u.Role)))])),
        ];
        return TypedResults.Json(shown, DemoJson.Default.DemoSellerArray);
    }

    /// <param name="user">Without it the account's owner signs in.</param>
    private async Task<IResult> SignInAsync(string sellerId, string? user, UserTokenIssuer tokens, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var users = await database.SellerUsers.AsNoTracking().Where(u => u.SellerId == sellerId).ToListAsync(cancellationToken);
        var found = user is null ? Ranked(users).FirstOrDefault() : users.FirstOrDefault(u => u.Id == user);
        return found is null
            ? DemoProblems.UnknownUser
            : TypedResults.Json(
                new DemoToken(tokens.Issue(new UserIdentity(found.SellerId, found.Id)), (int)UserTokens.MaxLifetime.TotalSeconds), DemoJson.Default.DemoToken);
    }

    private static IEnumerable<SellerUser> Ranked(IEnumerable<SellerUser> users) =>
        users.OrderByDescending(u => u.Role).ThenBy(u => u.Id, StringComparer.Ordinal);
}
