using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Reconnects;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>
/// The simulated platforms' authorise endpoint and what its codes are good for. It has no sign-in of its own: the account is
/// that of the seller for whom the flow was begun.
/// </summary>
internal sealed class SandboxConsent(IDbContextFactory<SupportDbContext> databases, SandboxStore store, PlatformApps apps)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    public async Task<IResult> ShowAsync(HttpContext http, AccountingPlatform platform)
    {
        var asked = ConsentRequest.Read(http.Request.Query);
        if (Refuse(http, platform, asked) is { } refusal)
        {
            return refusal;
        }

        var row = await FindAsync(asked, platform, http.RequestAborted).ConfigureAwait(false);
        return row is null
            ? asked.Answer(("error", "invalid_request"))
            : Page(new ConsentPage(Spelling.Brand(platform), asked, await OrganisationsAsync(row, http.RequestAborted).ConfigureAwait(false)).ToHtml());
    }

    public async Task<IResult> DecideAsync(HttpContext http, AccountingPlatform platform)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        var asked = ConsentRequest.Read(form);
        if (Refuse(http, platform, asked) is { } refusal)
        {
            return refusal;
        }

        if (form["decision"] != "approve")
        {
            return asked.Answer(("error", "access_denied"));
        }

        var organisation = form["organisation"].ToString();
        if (await FindAsync(asked, platform, http.RequestAborted).ConfigureAwait(false) is not { } row
            || !(await OrganisationsAsync(row, http.RequestAborted).ConfigureAwait(false)).Any(o => o.TenantId == organisation))
        {
            return asked.Answer(("error", "invalid_request"));
        }

        var code = SandboxTokens.Next("c", row.SellerId, row.Id);
        var until = TimeProvider.System.GetUtcNow().UtcDateTime + CodeLifetime;
        await store.ChangeAsync(
            row.SellerId, row.Id,
            state => state with { Code = new SandboxCode(code, asked.Challenge, asked.RedirectUri, organisation != row.TenantId, until) },
            http.RequestAborted).ConfigureAwait(false);
        return platform == AccountingPlatform.Xero ? asked.Answer(("code", code)) : asked.Answer(("code", code), ("realmId", organisation));
    }

    /// <summary>The tokens that a code is good for, once; null for any code, verifier or address that does not belong together.</summary>
    public async Task<ConnectionSandbox?> RedeemAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var code = form["code"].ToString();
        if (SandboxTokens.OwnerOf(code) is not var (seller, connection))
        {
            return null;
        }

        var challenge = RandomSecret.Challenge(form["code_verifier"].ToString());
        var granted = await store.ChangeAsync(
            seller, connection,
            state => state.Code is { } known && known.Value == code && known.Until >= TimeProvider.System.GetUtcNow().UtcDateTime
                && known.RedirectUri == form["redirect_uri"] && IsSame(known.Challenge, challenge)
                    ? (known.ForAnother ? SandboxTokens.GrantAnother(seller, connection, state) : SandboxTokens.Reconnect(seller, connection, state)) with { Code = null }
                    : null,
            cancellationToken).ConfigureAwait(false);
        return granted?.OtherAccessToken is { } other
            ? granted with { AccessToken = other, RefreshToken = SandboxTokens.Next("r", seller, connection) }
            : granted;
    }

    private IResult? Refuse(HttpContext http, AccountingPlatform platform, ConsentRequest asked) =>
        !asked.IsFrom(apps.ClientId(platform), $"/connect/{Spelling.Name(platform)}/callback", http.Request)
            ? Page(ConsentPage.Frame(Spelling.Brand(platform), "This app is not known here", "<p>Its id or its return address is not registered.</p>"), 400)
            : asked.HasProof ? null : asked.Answer(("error", "invalid_request"));

    private async Task<BookkeepingConnection?> FindAsync(ConsentRequest asked, AccountingPlatform platform, CancellationToken cancellationToken)
    {
        var trace = RandomSecret.Trace(asked.State);
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await database.ReconnectFlows.Where(f => f.StateHash == trace)
            .Join(database.BookkeepingConnections, f => new { f.SellerId, Id = f.ConnectionId }, c => new { c.SellerId, c.Id }, (_, c) => c)
            .AsNoTracking().FirstOrDefaultAsync(c => c.Platform == platform, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The one that was connected before, the seller's others, and one that Link My Books has never seen.</summary>
    private async Task<IReadOnlyList<(string TenantId, string Name)>> OrganisationsAsync(BookkeepingConnection row, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var others = await database.BookkeepingConnections.AsNoTracking()
            .Where(c => c.SellerId == row.SellerId && c.Platform == row.Platform && c.Id != row.Id).OrderBy(c => c.Organisation)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            (row.TenantId, row.Organisation),
            .. others.Select(o => (o.TenantId, o.Organisation)),
            (SandboxTokens.OtherTenantId(row), "Demo Company"),
        ];
    }

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static IResult Page(string html, int status = 200) => Results.Text(html, "text/html; charset=utf-8", statusCode: status);
}
