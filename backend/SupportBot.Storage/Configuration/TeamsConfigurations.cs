using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportBot.Storage.Teams;
using SupportBot.Storage.Tickets;

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

internal sealed class TicketThreadConfiguration : IEntityTypeConfiguration<TicketThread>
{
    public void Configure(EntityTypeBuilder<TicketThread> builder)
    {
        builder.HasKey(t => t.TicketReference);
        builder.Property(t => t.TicketReference).HasMaxLength(16);
        builder.Property(t => t.ConversationId).HasMaxLength(200);
        builder.Property(t => t.CardActivityId).HasMaxLength(200);
        builder.Property(t => t.ServiceUrl).HasMaxLength(400);
        builder.Property(t => t.TeamId).HasMaxLength(200);
        builder.HasOne<Ticket>().WithOne().HasForeignKey<TicketThread>(t => t.TicketReference);
        builder.HasIndex(t => t.ConversationId);
    }
}
