using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Connector;
using SupportBot.Channels.Connector.Admission;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Storage;
using SupportBot.Storage.Teams;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Channels.Teams.Installations;

/// <summary>Remembers in which teams the bot is, as install, update and remove events tell. All times are real time.</summary>
internal sealed partial class TeamsInstallations(
    IDbContextFactory<SupportDbContext> contexts,
    CommitQueue commits,
    OutboxRevival outbox,
    IOptions<BotFrameworkOptions> options,
    ILogger<TeamsInstallations> log) : IDisposable
{
    private const int MostTries = 5;

    private readonly SemaphoreSlim _installing = new(1);

    /// <summary>Returns when what the activity taught is stored; mostly it teaches nothing.</summary>
    public async Task LearnAsync(AdmittedActivity admitted, CancellationToken cancellationToken)
    {
        if (InstallationChange.Of(admitted) is not { } change || admitted.Activity.Recipient?.Id is not { Length: > 0 } botId)
        {
            return;
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var happened = admitted.Activity.Timestamp?.UtcDateTime is { } said && said < now ? said : now;
        var seen = new SeenInstallation(admitted.TenantId!, change.TeamId, admitted.ServiceUrl.AbsoluteUri, botId);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await (change.Kind == InstallationChangeKind.Present
                    ? InstallAsync(change, seen, happened, now, cancellationToken)
                    : LearnAsync(change, seen, happened, now, cancellationToken));
                break;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Another node was faster: read again.
            }
        }

        if (change.Kind == InstallationChangeKind.Present)
        {
            // Also when this was known: whoever learnt it may have been stopped before this.
            await outbox.ReviveAsync([TicketWork.CardKind, TicketWork.PostKind], ConnectorFailure.BotRemoved, cancellationToken);
        }
    }

    public void Dispose() => _installing.Dispose();

    /// <summary>Teams tells of one installation in several events at once: one after another, lest the database refuses the second.</summary>
    private async Task InstallAsync(InstallationChange change, SeenInstallation seen, DateTime happened, DateTime now, CancellationToken cancellationToken)
    {
        await _installing.WaitAsync(cancellationToken);
        try
        {
            await LearnAsync(change, seen, happened, now, cancellationToken);
        }
        finally
        {
            _installing.Release();
        }
    }

    private async Task LearnAsync(InstallationChange change, SeenInstallation seen, DateTime happened, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.TeamsInstallations.AsNoTracking()
            .FirstOrDefaultAsync(i => i.TenantId == seen.TenantId && i.TeamId == seen.TeamId, cancellationToken);
        if (known is null)
        {
            if (change.Kind == InstallationChangeKind.Present && await MayInstallAsync(db, seen.TenantId, cancellationToken))
            {
                await AddAsync(change, seen, happened, now, cancellationToken);
            }

            return;
        }

        var version = known.ChangedAt;
        if (!Apply(change, seen, happened, known))
        {
            return;
        }

        known.ChangedAt = now > version ? now : version.AddMilliseconds(1);
        await commits.CommitAsync(
            CommitUnit.Of(writing =>
            {
                var entry = writing.Update(known);
                entry.Property(i => i.ChangedAt).OriginalValue = version;
            }),
            cancellationToken);
        LogChanged(seen.TeamId, change.Kind);
    }

    private async Task AddAsync(InstallationChange change, SeenInstallation seen, DateTime happened, DateTime now, CancellationToken cancellationToken)
    {
        var installation = new TeamsInstallation
        {
            TenantId = seen.TenantId,
            TeamId = seen.TeamId,
            ChannelId = change.ChannelId ?? seen.TeamId,
            ServiceUrl = seen.ServiceUrl,
            BotId = seen.BotId,
            InstalledAt = happened,
            ChangedAt = now,
        };
        await commits.CommitAsync(CommitUnit.Of(writing => writing.Add(installation)), cancellationToken);
        LogChanged(seen.TeamId, change.Kind);
    }

    /// <summary>Where no tenant is configured, the first one that installs the bot is the support team's.</summary>
    private async Task<bool> MayInstallAsync(SupportDbContext db, string tenantId, CancellationToken cancellationToken)
    {
        if (options.Value.Tenants.Count > 0 || !await db.TeamsInstallations.AnyAsync(i => i.RemovedAt == null && i.TenantId != tenantId, cancellationToken))
        {
            return true;
        }

        LogForeignTenant();
        return false;
    }

    /// <returns>Whether anything is different now. What happened before the state that is known changes nothing.</returns>
    private static bool Apply(InstallationChange change, SeenInstallation seen, DateTime happened, TeamsInstallation known)
    {
        switch (change.Kind)
        {
            case InstallationChangeKind.Gone when known.RemovedAt is null && happened >= known.InstalledAt:
                known.RemovedAt = happened;
                return true;
            case InstallationChangeKind.ChannelGone when known.ChannelId == change.ChannelId && known.ChannelId != known.TeamId:
                known.ChannelId = known.TeamId;
                return true;
            case InstallationChangeKind.Present when known.RemovedAt is { } removed && happened > removed:
                (known.RemovedAt, known.InstalledAt, known.ChannelId) = (null, happened, change.ChannelId ?? known.TeamId);
                (known.ServiceUrl, known.BotId) = (seen.ServiceUrl, seen.BotId);
                return true;
            case InstallationChangeKind.Present or InstallationChangeKind.Seen when known.RemovedAt is null:
                var channelId = change.ChannelId ?? known.ChannelId;
                var isSame = known.ServiceUrl == seen.ServiceUrl && known.BotId == seen.BotId && known.ChannelId == channelId;
                (known.ServiceUrl, known.BotId, known.ChannelId) = (seen.ServiceUrl, seen.BotId, channelId);
                return !isSame;
            default:
                return false;
        }
    }

    private sealed record SeenInstallation(string TenantId, string TeamId, string ServiceUrl, string BotId);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bot's installation in team {TeamId}: {Change}.")]
    private partial void LogChanged(string teamId, InstallationChangeKind change);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A second tenant installed the bot; it is sent nothing. Set BotFramework:TenantId to say which one is the support team's.")]
    private partial void LogForeignTenant();
}
