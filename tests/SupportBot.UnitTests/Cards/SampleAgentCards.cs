using SupportBot.Cards;
using SupportBot.Cards.Agents;
using SupportBot.Cards.Facts;

namespace SupportBot.UnitTests.Cards;

/// <summary>The cards that support agents see, as ordinary as they come; and the same filled with any words.</summary>
internal static class SampleAgentCards
{
    public static TicketFacts Waiting { get; } = new()
    {
        Reference = "LMB-7K2Q",
        Headline = "The sales channel's link dropped",
        Standing = TicketStanding.Waiting,
        StatusText = "Waiting for someone to take it",
        Age = "opened 12 minutes ago",
        Seller =
        [
            new Fact("Seller", "Whitfield Home Ltd"),
            new Fact("Person", "Dana Whitfield, bookkeeper"),
            new Fact("May", "Send settlements; not reconnect Xero"),
            new Fact("E-mail", "dana@whitfield-home.example"),
        ],
        RequestedAction = "reconnect-channel",
        Settlement =
        [
            new Fact("Sales channel", "Shopify AU"),
            new Fact("Marketplace", "Shopify"),
            new Fact("Dates", "8 Mar 2026 – 11 Mar 2026"),
            new Fact("Settlement", "S-77"),
        ],
        Evidence =
        [
            new EvidenceLine("Sent twice without an error, but still Ready", null),
            new EvidenceLine("Amazon UK posted since", "19 Mar 2026, 17:42 UTC"),
        ],
        CheckedAt = "20 Mar 2026, 09:00 UTC",
        Checks =
        [
            new CheckLine("Accounting connection", CheckState.Passed, "Xero answered."),
            new CheckLine("Channel link", CheckState.Failed, "Nothing of this channel has posted since 11 March."),
            new CheckLine("Mappings", CheckState.Passed, "All categories have an account."),
            new CheckLine("Bank account", CheckState.CouldNotCheck, "Xero did not answer in time."),
        ],
        Tried = ["Sent the settlement again", "Reconnected Xero"],
        ErrorText = "Something went wrong. Please try again later.",
        EarlierCase = "LMB-3F8D, resolved on 2 Feb 2026",
        LastLines =
        [
            new SaidLine("Dana", "my shopify payouts don't show up in Xero any more"),
            new SaidLine("Bot", "This channel's link has dropped. Only our support team can renew it. Shall I pass it on?"),
            new SaidLine("Dana", "yes please"),
        ],
        ConversationPage = new Uri("https://support.example.com/support/conversations/c-1"),
        StatusNumber = 1,
        Agents = [new AgentChoice("11111111-2222-3333-4444-555555555555", "Anna Schmidt"), new AgentChoice("66666666-7777-8888-9999-000000000000", "Ben Okafor")],
        SupportActions = ["reconnect-channel", "reset-settlement", "rerun-vat"],
    };

    public static TicketFacts Claimed { get; } = Brief(TicketStanding.Claimed, "Anna Schmidt has it", "Anna Schmidt claimed it at 10:12 UTC");

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>
    {
        ["agent-waiting"] = AgentTicketCard.Create(Waiting),
        ["agent-claimed"] = AgentTicketCard.Create(Claimed),
        ["agent-silent"] = AgentTicketCard.Create(Claimed with { StatusText = "Anna Schmidt has it, and has been silent for two hours", MayBeTakenOver = true }),
        ["agent-snoozed"] = AgentTicketCard.Create(Brief(TicketStanding.Snoozed, "Snoozed until 23 Mar 2026, 09:00 UTC", "Anna Schmidt snoozed it at 10:15 UTC")),
        ["agent-resolved"] = AgentTicketCard.Create(Brief(TicketStanding.Resolved, "Resolved: we solved it", "Anna Schmidt resolved it at 10:40 UTC") with
        {
            CheckedAgain = "Checked again after a rerun of the VAT reports: nothing found, nothing left for support, 20 March 2026 10:35 UTC",
        }),
        ["agent-returned"] = AgentTicketCard.Create(Brief(TicketStanding.Returned, "Returned to the bot", "Anna Schmidt returned it at 10:20 UTC")),
        ["reopen-question"] = ReopenQuestionCard.Create("LMB-7K2Q", "Anna Schmidt resolved it on 20 Mar 2026", "1774000000000", 7),
        ["settled-question"] = SettledQuestionCard.Create("Ben Okafor reopened LMB-7K2Q and sent the message."),
    };

    /// <summary>More of everything than people would read.</summary>
    public static TicketFacts Long(TicketStanding standing, string words) => Waiting with
    {
        Headline = words,
        Standing = standing,
        StatusText = words,
        MayBeTakenOver = true,
        Age = words,
        LastChange = words,
        Seller = [.. Enumerable.Repeat(new Fact(words, words), 20)],
        Settlement = [.. Enumerable.Repeat(new Fact(words, words), 20)],
        Evidence = [.. Enumerable.Repeat(new EvidenceLine(words, words), 40)],
        CheckedAt = words,
        CheckedAgain = words,
        Checks = [.. Enumerable.Range(0, 30).Select(number => new CheckLine(words, (CheckState)(number % 3), words))],
        Tried = [.. Enumerable.Repeat(words, 30)],
        ErrorText = words,
        EarlierCase = words,
        LastLines = [.. Enumerable.Range(1, 500).Select(number => new SaidLine(words, $"{number}: {words}"))],
        Agents = [.. Enumerable.Range(0, 80).Select(number => new AgentChoice($"11111111-2222-3333-4444-{number:D12}", words))],
    };

    public static IReadOnlyList<AdaptiveCard> FilledWith(string words) =>
    [
        .. Enum.GetValues<TicketStanding>().Select(standing => AgentTicketCard.Create(Long(standing, words))),
        ReopenQuestionCard.Create("LMB-7K2Q", words, "1774000000000", 7),
        SettledQuestionCard.Create(words),
    ];

    private static TicketFacts Brief(TicketStanding standing, string status, string change) => Waiting with
    {
        Standing = standing,
        StatusText = status,
        LastChange = change,
        Seller = [new Fact("Seller", "Whitfield Home Ltd")],
        RequestedAction = "rerun-vat",
        Settlement = [new Fact("Settlement", "S-1002")],
        Evidence = [],
        CheckedAt = null,
        Checks = [],
        Tried = [],
        ErrorText = null,
        EarlierCase = null,
        LastLines = [],
        ConversationPage = null,
        StatusNumber = 2,
        SupportActions = ["rerun-vat"],
    };
}
