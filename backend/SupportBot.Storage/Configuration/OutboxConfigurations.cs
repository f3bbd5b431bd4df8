using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Outbox;

namespace SupportBot.Storage.Configuration;

internal sealed class OutboxItemConfiguration : IEntityTypeConfiguration<OutboxItem>
{
    public void Configure(EntityTypeBuilder<OutboxItem> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(o => o.Id).HasMaxLength(64);
        builder.Property(o => o.Kind).HasMaxLength(64);
        builder.Property(o => o.ConversationId).HasMaxLength(64);
        builder.Property(o => o.OrderingKey).HasMaxLength(200);
        builder.Property(o => o.LastError).HasMaxLength(64);
        builder.Property(o => o.Attempts).IsConcurrencyToken();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(o => o.ConversationId).OnDelete(DeleteBehavior.Cascade);
        // What is due, and whether an earlier one of the same key stands in its way.
        builder.HasIndex(o => new { o.State, o.NextAttemptAt });
        builder.HasIndex(o => new { o.OrderingKey, o.State, o.Position });
    }
}
