using SupportBot.Storage.Accounts;
using SupportBot.Storage.Articles;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Outbox;
using SupportBot.Storage.Sandbox;
using SupportBot.Storage.Security;
using SupportBot.Storage.Teams;
using SupportBot.Storage.Tickets;

namespace SupportBot.StorageTests;

/// <summary>One row of every table with every column filled.</summary>
internal static class Samples
{
    public static DateTime Time { get; } = new DateTime(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc).AddMicroseconds(123_456);

    public static IReadOnlyList<object> EveryTable(string id) =>
    [
        Seller(id),
        new SellerUser { SellerId = id, Id = "user-1", Name = "Zoë Łukasik", Email = "zoe@example.com", Role = UserRole.Owner },
        new BookkeepingConnection
        {
            SellerId = id,
            Id = "books",
            Platform = AccountingPlatform.QuickBooks,
            Organisation = "Bright Kettle Ltd",
            Status = ConnectionStatus.Disconnected,
            ConnectedAt = Time,
            LastRefreshedAt = Time.AddDays(1),
            TenantId = "tenant",
            AccessToken = "access",
            AccessTokenExpiresAt = Time.AddMinutes(30),
            RefreshToken = "refresh",
            AuthorisationEndedAt = Time.AddDays(2),
            RefreshingBy = "node",
            RefreshingUntil = Time.AddSeconds(15),
        },
        new ReconnectFlow
        {
            StateHash = id,
            SellerId = id,
            ConnectionId = "books",
            ConversationId = id,
            UserId = "user-1",
            BrowserHash = "browser",
            CodeVerifier = "verifier",
            RedirectUri = "https://support.example.com/connect/quickbooks/callback",
            ExpiresAt = Time.AddMinutes(10),
            UsedAt = Time,
        },
        Channel(id, "Amazon EU"),
        new ChannelBankAccount
        {
            SellerId = id, ChannelName = "Amazon EU", Marketplace = "Amazon.de", Deposit = "090", NegativePayout = "091",
        },
        new CategoryMapping
        {
            SellerId = id, ChannelName = "Amazon EU", Category = "FBA fees", Marketplace = "Amazon.de", Account = "404", TaxRate = "INPUT2",
        },
        new Settlement
        {
            SellerId = id,
            Id = "S-1",
            ChannelName = "Amazon EU",
            Marketplace = "Amazon.de",
            From = new DateOnly(2026, 2, 20),
            To = new DateOnly(2026, 3, 5),
            DepositedOn = new DateOnly(2026, 3, 7),
            Currency = "EUR",
            TotalHundredths = 9_000_000_000_000_123,
            Status = SettlementStatus.Sent,
            StatusSince = Time,
            SentAt = Time,
            DocumentNumber = "LMB-1",
            SendOrder = "order-1",
        },
        new SettlementPart
        {
            SellerId = id, SettlementId = "S-1", Month = "2026-02", Status = SettlementStatus.Error, DocumentNumber = "LMB-1-1", Error = "Refused",
        },
        new SettlementLine
        {
            SellerId = id, SettlementId = "S-1", Number = 1, Category = "FBA fees", ChannelName = "Amazon EU", Marketplace = "Amazon.de",
            AmountHundredths = -1234, Account = "404", TaxRate = "INPUT2", PostedAt = Time,
        },
        new SendAttempt
        {
            SellerId = id, SettlementId = "S-1", Number = 1, At = Time, By = SendInitiator.Auto, Outcome = SendOutcome.Nothing, Error = "None shown",
        },
        Conversation(id),
        Entry(id, 1),
        new InboxEvent
        {
            ConversationId = id, Key = "event-1", Sequence = 1, State = InboxState.Failed, Attempts = 2, AcceptedAt = Time, DueAt = Time.AddSeconds(5),
        },
        new OutboxItem
        {
            Id = $"{id}-work", Kind = "send-settlement", ConversationId = id, OrderingKey = $"{id}/S-1", Position = 7, Payload = "{}",
            State = OutboxState.Dead, Attempts = 3, NextAttemptAt = Time.AddMinutes(1), LeaseUntil = Time.AddMinutes(2), CreatedAt = Time,
            LastError = "platform-offline",
        },
        new StoredFile
        {
            Id = $"{id}-file", ConversationId = id, Name = "screenshot.png", ContentType = "image/png", Content = [0, 255, 1], CreatedAt = Time,
        },
        new InstallationKey { Name = id, Value = "secret" },
        new ProtectionKey { Name = id, Xml = "<key />" },
        new Ticket
        {
            Reference = Reference(id),
            Status = TicketStatus.Snoozed,
            CreatedAt = Time,
            ChannelOfOrigin = ConversationChannel.Email,
            ConversationId = id,
            SellerId = id,
            SellerName = "Bright Kettle",
            UserId = "user-1",
            UserName = "Zoë Łukasik",
            UserEmail = "zoe@example.com",
            UserRole = "owner",
            Reason = "channel-link-dropped",
            SalesChannel = "Amazon EU",
            Marketplace = "Amazon.de",
            SettlementId = "S-1",
            SettlementDate = new DateOnly(2026, 3, 5),
            SettlementFrom = new DateOnly(2026, 2, 20),
            AgentId = "11111111-aaaa-4bbb-8ccc-000000000001",
            StatusNumber = 3,
            StatusEvent = 2,
            SnoozedUntil = Time.AddHours(2),
            IsOffered = true,
            AgentSpokeAt = Time.AddHours(1),
            ResolvedAs = "solved",
            Helped = true,
            EarlierReference = "LMB-7K2Q",
            SettlementTo = new DateOnly(2026, 3, 5),
            ErrorText = "Nothing happened",
            TriedSteps = """["reconnected QuickBooks"]""",
            Diagnosis = "{}",
            Agent = "Sam",
            RequestedAction = "reconnect-channel",
            Version = 3,
        },
        new TicketEvent { TicketReference = Reference(id), Number = 1, At = Time, By = "agent:Sam", Event = "Claimed" },
        new SupportAction
        {
            Key = $"{id}-press", TicketReference = Reference(id), Action = "reconnect-channel", SellerId = id, ChannelName = "Amazon EU", SettlementId = "S-1",
            Reason = "The link dropped", By = "Sam", RequestedAt = Time, State = SupportActionState.Done, DoneAt = Time.AddMinutes(1),
        },
        new ArticleFeedback
        {
            Id = id, ArticleId = "settlement-will-not-send", ArticleVersion = 2, Helpful = true, Comment = "Ta", At = Time, ConversationId = id,
        },
        new TicketThread
        {
            TicketReference = Reference(id), ConversationId = "19:channel@thread.tacv2;messageid=1767225600001", CardActivityId = "1767225600001", CardVersion = 4,
            ServiceUrl = "https://smba.trafficmanager.net/emea/", TeamId = "19:team@thread.tacv2", StartedAt = Time,
        },
        new TeamsInstallation
        {
            TenantId = id, TeamId = "19:team@thread.tacv2", ChannelId = "19:channel@thread.tacv2", ServiceUrl = "https://smba.trafficmanager.net/emea/",
            BotId = "28:bot", InstalledAt = Time, ChangedAt = Time.AddMinutes(1), RemovedAt = Time.AddMinutes(2),
        },
        new ForwardedCase
        {
            Id = $"{id}-case", SellerId = id, UserId = "user-1", UserName = "Zoë Łukasik", ConversationId = id, Problem = "{}", CreatedAt = Time,
            SolvedAt = Time.AddDays(1),
        },
        new SandboxState { SellerId = id, Subject = SandboxSubject.Settlement, SubjectId = "S-1", Json = "{}" },
    ];

    public static Seller Seller(string id) =>
        new() { Id = id, Name = "Bright Kettle", Locale = "en-GB", Plan = SellerPlan.Pro };

    public static SalesChannel Channel(string sellerId, string name) => new()
    {
        SellerId = sellerId,
        Name = name,
        Kind = ChannelKind.Shopify,
        BookkeepingId = "books",
        SalesConnection = ConnectionStatus.Disconnected,
        AutoPost = true,
        VatCalculationService = true,
        MerchantFulfilled = true,
    };

    public static Settlement Settlement(string sellerId, string channel, string id, SettlementStatus status, DateTime? sentAt = null) => new()
    {
        SellerId = sellerId,
        Id = id,
        ChannelName = channel,
        Marketplace = "Amazon.de",
        From = new DateOnly(2026, 3, 1),
        To = new DateOnly(2026, 3, 14),
        Currency = "EUR",
        Status = status,
        SentAt = sentAt,
    };

    public static Conversation Conversation(string id) => new()
    {
        Id = id,
        Channel = ConversationChannel.Teams,
        SellerId = id,
        UserId = "user-1",
        Owner = ConversationOwner.Agent,
        AgentName = "Sam",
        TicketReference = "LMB-7K2Q",
        TimeZone = "Europe/London",
        CreatedAt = Time,
        LastActivityAt = Time.AddHours(1),
        Outcome = ConversationOutcome.ClaimedNotVerified,
        CaseId = $"{id}-case",
        DialogState = "{}",
        Version = 7,
    };

    public static TranscriptEntry Entry(string conversationId, long sequence) => new()
    {
        ConversationId = conversationId,
        Sequence = sequence,
        ActivityId = $"activity-{sequence}",
        Type = "message",
        Timestamp = Time,
        ActivityJson = """{"type":"message"}""",
    };

    public static InboxEvent Event(string conversationId, string key) =>
        new() { ConversationId = conversationId, Key = key, Sequence = 1, AcceptedAt = Time };

    private static string Reference(string id) => id[..Math.Min(16, id.Length)];
}
