using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Articles;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Outbox;
using SupportBot.Storage.Sandbox;
using SupportBot.Storage.Security;
using SupportBot.Storage.Teams;
using SupportBot.Storage.Tickets;

namespace SupportBot.Storage;

/// <summary>
/// Everything the product remembers, on SQLite, SQL Server or PostgreSQL. The model is provider-neutral:
/// UTC <see cref="DateTime"/>, money in hundredths, enums as text, keys made by the product.
/// </summary>
public sealed class SupportDbContext(DbContextOptions<SupportDbContext> options) : DbContext(options)
{
    public DbSet<Seller> Sellers => Set<Seller>();

    public DbSet<SellerUser> SellerUsers => Set<SellerUser>();

    public DbSet<BookkeepingConnection> BookkeepingConnections => Set<BookkeepingConnection>();

    public DbSet<ReconnectFlow> ReconnectFlows => Set<ReconnectFlow>();

    public DbSet<SalesChannel> SalesChannels => Set<SalesChannel>();

    public DbSet<ChannelBankAccount> ChannelBankAccounts => Set<ChannelBankAccount>();

    public DbSet<CategoryMapping> CategoryMappings => Set<CategoryMapping>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<SettlementPart> SettlementParts => Set<SettlementPart>();

    public DbSet<SettlementLine> SettlementLines => Set<SettlementLine>();

    public DbSet<SendAttempt> SendAttempts => Set<SendAttempt>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<TranscriptEntry> Transcript => Set<TranscriptEntry>();

    public DbSet<InboxEvent> Inbox => Set<InboxEvent>();

    public DbSet<OutboxItem> Outbox => Set<OutboxItem>();

    public DbSet<ForwardedCase> ForwardedCases => Set<ForwardedCase>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<InstallationKey> InstallationKeys => Set<InstallationKey>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<TeamsInstallation> TeamsInstallations => Set<TeamsInstallation>();

    public DbSet<TicketThread> TicketThreads => Set<TicketThread>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<SupportAction> SupportActions => Set<SupportAction>();

    public DbSet<ArticleFeedback> ArticleFeedback => Set<ArticleFeedback>();

    public DbSet<SandboxState> SandboxStates => Set<SandboxState>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SupportDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    /// <summary>SQLite and SQL Server forget the kind; PostgreSQL insists on UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
