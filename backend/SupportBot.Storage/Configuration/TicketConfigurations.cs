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
