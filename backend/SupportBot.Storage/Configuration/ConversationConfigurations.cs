using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportBot.Storage.Conversations;

namespace SupportBot.Storage.Configuration;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.SellerId).HasMaxLength(64);
        builder.Property(c => c.UserId).HasMaxLength(64);
        builder.Property(c => c.TimeZone).HasMaxLength(64);
        builder.Property(c => c.CaseId).HasMaxLength(64);
        builder.Property(c => c.AgentName).HasMaxLength(256);
        builder.Property(c => c.TicketReference).HasMaxLength(16);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.SellerId, c.UserId, c.LastActivityAt });
    }
}

internal sealed class ForwardedCaseConfiguration : IEntityTypeConfiguration<ForwardedCase>
{
    public void Configure(EntityTypeBuilder<ForwardedCase> builder)
    {
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.SellerId).HasMaxLength(64);
        builder.Property(c => c.UserId).HasMaxLength(64);
        builder.Property(c => c.UserName).HasMaxLength(256);
        builder.Property(c => c.ConversationId).HasMaxLength(64);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId);
    }
}

internal sealed class TranscriptEntryConfiguration : IEntityTypeConfiguration<TranscriptEntry>
{
    public void Configure(EntityTypeBuilder<TranscriptEntry> builder)
    {
        builder.ToTable("Transcript");
        builder.HasKey(t => new { t.ConversationId, t.Sequence });
        builder.Property(t => t.ConversationId).HasMaxLength(64);
        builder.Property(t => t.Sequence).ValueGeneratedNever();
        builder.Property(t => t.ActivityId).HasMaxLength(128);
        builder.Property(t => t.Type).HasMaxLength(64);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(t => t.ConversationId);
    }
}

internal sealed class InboxEventConfiguration : IEntityTypeConfiguration<InboxEvent>
{
    public void Configure(EntityTypeBuilder<InboxEvent> builder)
    {
        builder.ToTable("Inbox");
        builder.HasKey(e => new { e.ConversationId, e.Key });
        builder.Property(e => e.ConversationId).HasMaxLength(64);
        builder.Property(e => e.Key).HasMaxLength(200);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(e => e.ConversationId);
        builder.HasIndex(e => new { e.State, e.DueAt });
    }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.ConversationId).HasMaxLength(64);
        builder.Property(f => f.Name).HasMaxLength(256);
        builder.Property(f => f.ContentType).HasMaxLength(128);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(f => f.ConversationId);
    }
}

internal sealed class InstallationKeyConfiguration : IEntityTypeConfiguration<InstallationKey>
{
    public void Configure(EntityTypeBuilder<InstallationKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(64);
        builder.Property(k => k.Value).HasMaxLength(256);
    }
}
