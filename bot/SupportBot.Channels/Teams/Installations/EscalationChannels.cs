using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Connector;
using SupportBot.Storage;

namespace SupportBot.Channels.Teams.Installations;

/// <summary>Where escalations go: by the settings <c>Teams:*</c>, and for what they leave open by the bot's installation.</summary>
public sealed class EscalationChannels(
    IDbContextFactory<SupportDbContext> contexts, IOptions<TeamsOptions> teams, IOptions<BotFrameworkOptions> bot)
{
    /// <summary>Null while it is not known: nobody configured it, and the bot was added to no team, or removed from it.</summary>
    public async Task<EscalationChannel?> FindAsync(CancellationToken cancellationToken)
    {
        var settings = teams.Value;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var allowed = bot.Value.Tenants;

        // The first one stays: who adds the bot to another team does not carry the sellers' cases there.
        var present = await db.TeamsInstallations.AsNoTracking()
            .Where(i => i.RemovedAt == null && (settings.TeamId == null || i.TeamId == settings.TeamId))
            .OrderBy(i => i.InstalledAt).ThenBy(i => i.TeamId)
            .ToListAsync(cancellationToken);

        // Compared here: databases disagree on upper and lower case, and a tenant's id may be written in either.
        var installed = present.FirstOrDefault(i => allowed.Count == 0 || allowed.Contains(i.TenantId, StringComparer.OrdinalIgnoreCase));
        var serviceUrl = settings.ServiceUrl ?? (installed is null ? null : new Uri(installed.ServiceUrl));
        var channelId = settings.ChannelId ?? installed?.ChannelId ?? settings.TeamId;
        return serviceUrl is null || channelId is null
            ? null
            : new EscalationChannel(
                serviceUrl,
                channelId,
                settings.TeamId ?? installed?.TeamId,
                installed?.TenantId ?? (allowed.Count > 0 ? allowed[0] : null),
                installed?.BotId ?? (bot.Value.AppId.Length > 0 ? $"28:{bot.Value.AppId}" : null));
    }
}
