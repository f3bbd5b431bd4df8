using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Accounting;
using SupportBot.Knowledge.Articles;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Reconnects;

/// <summary>
/// Reconnecting from the chat: the seller approves on the platform's own page, and what comes back counts only for the
/// organisation that was connected before. It stores nothing itself except that an answer was used: the caller commits the rest.
/// </summary>
public sealed class ReconnectFlows
{
    /// <summary>Time to sign in and approve.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly IDbContextFactory<SupportDbContext> databases;
    private readonly ReconnectLinks links;
    private readonly PlatformConsent consent;
    private readonly NewConnection connection;
    private readonly TokenProtection protection;
    private readonly ArticleLibrary library;

    internal ReconnectFlows(
        IDbContextFactory<SupportDbContext> databases, ReconnectLinks links, PlatformConsent consent, NewConnection connection,
        TokenProtection protection, ArticleLibrary library)
    {
        this.databases = databases;
        this.links = links;
        this.consent = consent;
        this.connection = connection;
        this.protection = protection;
        this.library = library;
    }

    /// <param name="platform"><c>xero</c> or <c>quickbooks</c>, from the address.</param>
    /// <param name="publicBase">Where browsers reach this host.</param>
    public async Task<ReconnectResult> BeginAsync(string platform, string? link, Uri publicBase, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (links.Read(link) is not { } subject || await FindAsync(database, subject, platform, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return new ReconnectResult.Stopped(ReconnectProblem.LinkOver);
        }

        if (!await MayReconnectAsync(database, subject, cancellationToken).ConfigureAwait(false))
        {
            return new ReconnectResult.Stopped(ReconnectProblem.NotAllowed, row.Organisation);
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await database.ReconnectFlows.Where(f => f.ExpiresAt < now - KeptFor).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        var (state, verifier, browser) = (RandomSecret.Create(), RandomSecret.Create(), RandomSecret.Create());
        var redirectUri = new Uri(publicBase, $"connect/{platform}/callback").AbsoluteUri;
        var encrypted = protection.Protect(subject.SellerId, subject.ConnectionId, verifier);
        return new ReconnectResult.Begun(
            consent.AuthoriseAddress(row.Platform, publicBase, redirectUri, state, verifier),
            RandomSecret.Name(state),
            browser,
            db => db.ReconnectFlows.Add(new ReconnectFlow
            {
                StateHash = RandomSecret.Trace(state),
                SellerId = subject.SellerId,
                ConnectionId = subject.ConnectionId,
                ConversationId = subject.ConversationId,
                UserId = subject.UserId,
                BrowserHash = RandomSecret.Trace(browser),
                CodeVerifier = encrypted,
                RedirectUri = redirectUri,
                ExpiresAt = now + Lifetime,
            }));
    }

    /// <param name="browserSecret">From the cookie of the browser that brings the answer.</param>
    public async Task<ReconnectResult> FinishAsync(
        string platform, AuthorisationAnswer answer, string? browserSecret, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var trace = RandomSecret.Trace(answer.State ?? "");
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var flow = await database.ReconnectFlows.AsNoTracking().FirstOrDefaultAsync(f => f.StateHash == trace, cancellationToken).ConfigureAwait(false);
        if (flow is null || flow.UsedAt is not null || flow.ExpiresAt < now)
        {
            return new ReconnectResult.Stopped(ReconnectProblem.AnswerOver);
        }

        if (flow.BrowserHash != RandomSecret.Trace(browserSecret ?? ""))
        {
            return new ReconnectResult.Stopped(ReconnectProblem.OtherBrowser);
        }

        var subject = new ReconnectSubject(flow.SellerId, flow.ConnectionId, flow.ConversationId, flow.UserId);
        if (await FindAsync(database, subject, platform, cancellationToken).ConfigureAwait(false) is not { } row
            || await database.ReconnectFlows.Where(f => f.StateHash == trace && f.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.UsedAt, now), cancellationToken).ConfigureAwait(false) == 0)
        {
            return new ReconnectResult.Stopped(ReconnectProblem.AnswerOver);
        }

        var problem = await MayReconnectAsync(database, subject, cancellationToken).ConfigureAwait(false) ? ProblemOf(row, answer) : ReconnectProblem.NotAllowed;
        var made = problem is null
            ? await connection.MakeAsync(row, answer.Code!, flow.RedirectUri, protection.Read(row, flow.CodeVerifier) ?? "", cancellationToken).ConfigureAwait(false)
            : new NewConnectionResult(problem, null);
        return made.Store is { } store
            ? new ReconnectResult.Connected(subject, $"reconnected:{trace}", row.Organisation, store)
            : new ReconnectResult.Stopped(
                made.Problem!.Value, row.Organisation, made.Problem == ReconnectProblem.NotAllowed ? null : links.Create(platform, subject));
    }

    private static ReconnectProblem? ProblemOf(BookkeepingConnection row, AuthorisationAnswer answer) => answer switch
    {
        { Error: "access_denied" } => ReconnectProblem.Declined,
        { Error: not null } or { Code: null or "" } => ReconnectProblem.PlatformTrouble,
        _ when row.Platform == AccountingPlatform.QuickBooks && answer.RealmId != row.TenantId => ReconnectProblem.OtherOrganisation,
        _ => null,
    };

    private static Task<BookkeepingConnection?> FindAsync(
        SupportDbContext database, ReconnectSubject subject, string platform, CancellationToken cancellationToken)
    {
        var named = PlatformPaths.Parse(platform);
        return database.BookkeepingConnections.AsNoTracking().FirstOrDefaultAsync(
            c => c.SellerId == subject.SellerId && c.Id == subject.ConnectionId && c.Platform == named, cancellationToken);
    }

    private async Task<bool> MayReconnectAsync(SupportDbContext database, ReconnectSubject subject, CancellationToken cancellationToken)
    {
        var user = await database.SellerUsers.AsNoTracking()
            .FirstOrDefaultAsync(u => u.SellerId == subject.SellerId && u.Id == subject.UserId, cancellationToken).ConfigureAwait(false);
        return user is not null && library.MayReconnect(Spelling.Name(user.Role));
    }
}
