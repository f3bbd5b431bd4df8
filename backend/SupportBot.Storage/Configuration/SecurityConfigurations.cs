using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Security;

namespace SupportBot.Storage.Configuration;

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(128);
    }
}

internal sealed class ReconnectFlowConfiguration : IEntityTypeConfiguration<ReconnectFlow>
{
    public void Configure(EntityTypeBuilder<ReconnectFlow> builder)
    {
        builder.HasKey(f => f.StateHash);
        builder.Property(f => f.StateHash).HasMaxLength(64);
        builder.Property(f => f.BrowserHash).HasMaxLength(64);
        builder.Property(f => f.SellerId).HasMaxLength(64);
        builder.Property(f => f.ConnectionId).HasMaxLength(64);
        builder.Property(f => f.ConversationId).HasMaxLength(64);
        builder.Property(f => f.UserId).HasMaxLength(64);
        // What was never finished is swept away.
        builder.HasIndex(f => f.ExpiresAt);
    }
}
