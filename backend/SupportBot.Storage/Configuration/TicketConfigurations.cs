using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportBot.Storage.Articles;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Sandbox;
using SupportBot.Storage.Tickets;

namespace SupportBot.Storage.Configuration;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.HasKey(t => t.Reference);
        builder.Property(t => t.Reference).HasMaxLength(16);
        builder.Property(t => t.ConversationId).HasMaxLength(64);
        builder.Property(t => t.SellerId).HasMaxLength(64);
        builder.Property(t => t.AgentId).HasMaxLength(200);
        builder.Property(t => t.ResolvedAs).HasMaxLength(32);
        builder.Property(t => t.EarlierReference).HasMaxLength(16);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(t => t.ConversationId);
        builder.HasMany(t => t.History).WithOne().HasForeignKey(e => e.TicketReference);
        builder.HasIndex(t => new { t.Status, t.CreatedAt });
    }
}

internal sealed class TicketEventConfiguration : IEntityTypeConfiguration<TicketEvent>
{
    public void Configure(EntityTypeBuilder<TicketEvent> builder)
    {
        builder.HasKey(e => new { e.TicketReference, e.Number });
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.By).HasMaxLength(256);
    }
}

internal sealed class SupportActionConfiguration : IEntityTypeConfiguration<SupportAction>
{
    public void Configure(EntityTypeBuilder<SupportAction> builder)
    {
        builder.HasKey(a => a.Key);
        builder.Property(a => a.Key).HasMaxLength(100);
        builder.Property(a => a.TicketReference).HasMaxLength(16);
        builder.Property(a => a.Action).HasMaxLength(32);
        builder.Property(a => a.SellerId).HasMaxLength(64);
        builder.Property(a => a.ChannelName).HasMaxLength(128);
        builder.Property(a => a.SettlementId).HasMaxLength(64);
        builder.Property(a => a.Reason).HasMaxLength(1000);
        builder.Property(a => a.By).HasMaxLength(100);
        builder.HasIndex(a => a.TicketReference);
        // A diagnosis asks what support has done to the seller's account.
        builder.HasIndex(a => new { a.SellerId, a.State });
    }
}

internal sealed class ArticleFeedbackConfiguration : IEntityTypeConfiguration<ArticleFeedback>
{
    public void Configure(EntityTypeBuilder<ArticleFeedback> builder)
    {
        builder.ToTable("ArticleFeedback");
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.ArticleId).HasMaxLength(128);
        builder.Property(f => f.Comment).HasMaxLength(2000);
        builder.HasIndex(f => new { f.ArticleId, f.At });
    }
}

internal sealed class SandboxStateConfiguration : IEntityTypeConfiguration<SandboxState>
{
    public void Configure(EntityTypeBuilder<SandboxState> builder)
    {
        builder.HasKey(s => new { s.SellerId, s.Subject, s.SubjectId });
        builder.Property(s => s.SellerId).HasMaxLength(64);
        builder.Property(s => s.SubjectId).HasMaxLength(128);
    }
}
