using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportBot.Storage.Accounts;

namespace SupportBot.Storage.Configuration;

internal sealed class SellerConfiguration : IEntityTypeConfiguration<Seller>
{
    public void Configure(EntityTypeBuilder<Seller> builder)
    {
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.Name).HasMaxLength(256);
        builder.Property(s => s.Locale).HasMaxLength(35);
        builder.HasMany(s => s.Users).WithOne().HasForeignKey(u => u.SellerId);
        builder.HasMany(s => s.Bookkeeping).WithOne().HasForeignKey(b => b.SellerId);
        builder.HasMany(s => s.Channels).WithOne().HasForeignKey(c => c.SellerId);
    }
}

internal sealed class SellerUserConfiguration : IEntityTypeConfiguration<SellerUser>
{
    public void Configure(EntityTypeBuilder<SellerUser> builder)
    {
        builder.HasKey(u => new { u.SellerId, u.Id });
        builder.Property(u => u.Id).HasMaxLength(64);
        builder.Property(u => u.Name).HasMaxLength(256);
        builder.Property(u => u.Email).HasMaxLength(320);
    }
}

internal sealed class BookkeepingConnectionConfiguration : IEntityTypeConfiguration<BookkeepingConnection>
{
    public void Configure(EntityTypeBuilder<BookkeepingConnection> builder)
    {
        builder.HasKey(b => new { b.SellerId, b.Id });
        builder.Property(b => b.Id).HasMaxLength(64);
        builder.Property(b => b.Organisation).HasMaxLength(256);
        builder.Property(b => b.TenantId).HasMaxLength(64);
        builder.Property(b => b.RefreshingBy).HasMaxLength(32);
        builder.HasIndex(b => b.TenantId);
    }
}

internal sealed class SalesChannelConfiguration : IEntityTypeConfiguration<SalesChannel>
{
    public void Configure(EntityTypeBuilder<SalesChannel> builder)
    {
        builder.HasKey(c => new { c.SellerId, c.Name });
        builder.Property(c => c.Name).HasMaxLength(128);
        builder.Property(c => c.BookkeepingId).HasMaxLength(64);
        builder.HasMany(c => c.BankAccounts).WithOne().HasForeignKey(b => new { b.SellerId, b.ChannelName });
        builder.HasMany(c => c.Mappings).WithOne().HasForeignKey(m => new { m.SellerId, m.ChannelName });
    }
}

internal sealed class ChannelBankAccountConfiguration : IEntityTypeConfiguration<ChannelBankAccount>
{
    public void Configure(EntityTypeBuilder<ChannelBankAccount> builder)
    {
        builder.HasKey(b => new { b.SellerId, b.ChannelName, b.Marketplace });
        builder.Property(b => b.Marketplace).HasMaxLength(64);
        builder.Property(b => b.Deposit).HasMaxLength(64);
        builder.Property(b => b.NegativePayout).HasMaxLength(64);
    }
}

internal sealed class CategoryMappingConfiguration : IEntityTypeConfiguration<CategoryMapping>
{
    public void Configure(EntityTypeBuilder<CategoryMapping> builder)
    {
        builder.HasKey(m => new { m.SellerId, m.ChannelName, m.Category, m.Marketplace });
        builder.Property(m => m.Category).HasMaxLength(128);
        builder.Property(m => m.Marketplace).HasMaxLength(64);
        builder.Property(m => m.Account).HasMaxLength(64);
        builder.Property(m => m.TaxRate).HasMaxLength(64);
    }
}

internal sealed class SettlementConfiguration : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.HasKey(s => new { s.SellerId, s.Id });
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.ChannelName).HasMaxLength(128);
        builder.Property(s => s.Marketplace).HasMaxLength(64);
        builder.Property(s => s.Currency).HasMaxLength(3);
        builder.Property(s => s.DocumentNumber).HasMaxLength(64);
        builder.Property(s => s.SendOrder).HasMaxLength(100);
        builder.HasOne<SalesChannel>().WithMany().HasForeignKey(s => new { s.SellerId, s.ChannelName });
        builder.HasMany(s => s.Parts).WithOne().HasForeignKey(p => new { p.SellerId, p.SettlementId });
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => new { l.SellerId, l.SettlementId });
        builder.HasMany(s => s.Attempts).WithOne().HasForeignKey(a => new { a.SellerId, a.SettlementId });
        // A diagnosis reads what is unsent, and when each channel last posted.
        builder.HasIndex(s => new { s.SellerId, s.Status });
        builder.HasIndex(s => new { s.SellerId, s.ChannelName, s.SentAt });
    }
}

internal sealed class SettlementPartConfiguration : IEntityTypeConfiguration<SettlementPart>
{
    public void Configure(EntityTypeBuilder<SettlementPart> builder)
    {
        builder.HasKey(p => new { p.SellerId, p.SettlementId, p.Month });
        builder.Property(p => p.Month).HasMaxLength(7);
        builder.Property(p => p.DocumentNumber).HasMaxLength(64);
    }
}

internal sealed class SettlementLineConfiguration : IEntityTypeConfiguration<SettlementLine>
{
    public void Configure(EntityTypeBuilder<SettlementLine> builder)
    {
        builder.HasKey(l => new { l.SellerId, l.SettlementId, l.Number });
        builder.Property(l => l.Category).HasMaxLength(128);
        builder.Property(l => l.ChannelName).HasMaxLength(128);
        builder.Property(l => l.Marketplace).HasMaxLength(64);
        builder.Property(l => l.Account).HasMaxLength(64);
        builder.Property(l => l.TaxRate).HasMaxLength(64);
        // A diagnosis asks where a category last posted; the marketplace comes last, so that the index alone answers for the channel too.
        builder.HasIndex(l => new { l.SellerId, l.Category, l.ChannelName, l.PostedAt, l.Marketplace });
    }
}

internal sealed class SendAttemptConfiguration : IEntityTypeConfiguration<SendAttempt>
{
    public void Configure(EntityTypeBuilder<SendAttempt> builder) =>
        builder.HasKey(a => new { a.SellerId, a.SettlementId, a.Number });
}
