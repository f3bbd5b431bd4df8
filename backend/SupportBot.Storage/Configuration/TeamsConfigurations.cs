using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportBot.Storage.Teams;

namespace SupportBot.Storage.Configuration;

internal sealed class TeamsInstallationConfiguration : IEntityTypeConfiguration<TeamsInstallation>
{
    public void Configure(EntityTypeBuilder<TeamsInstallation> builder)
    {
        builder.HasKey(i => new { i.TenantId, i.TeamId });
        builder.Property(i => i.TenantId).HasMaxLength(64);
        builder.Property(i => i.TeamId).HasMaxLength(200);
        builder.Property(i => i.ChannelId).HasMaxLength(200);
        builder.Property(i => i.ServiceUrl).HasMaxLength(400);
        builder.Property(i => i.BotId).HasMaxLength(200);
        // Two events of one team at once: the later one to be stored reads again.
        builder.Property(i => i.ChangedAt).IsConcurrencyToken();
    }
}
