using SupportBot.Escalation;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;
using Xunit;

namespace SupportBot.UnitTests.Escalation;

public sealed class TicketDeskTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly TicketDesk _desk = new();

    [Fact]
    public void Everything_that_the_diagnosis_knows_is_filled_in()
    {
        var ticket = _desk.Open(Opening(Cause.ChannelLinkDropped) with { Diagnosis = DroppedLink() });

        Assert.Equal("Shopify AU", ticket.SalesChannel);
        Assert.Equal("Shopify", ticket.Marketplace);
        Assert.Equal("WW-1", ticket.SettlementId);
        Assert.Equal(new DateOnly(2026, 3, 8), ticket.SettlementFrom);
        Assert.Equal(new DateOnly(2026, 3, 11), ticket.SettlementTo);
        Assert.Equal(new DateOnly(2026, 3, 11), ticket.SettlementDate);
        Assert.Equal("Kim Tran", ticket.UserName);
        Assert.Equal(TicketStatus.Waiting, ticket.Status);
    }

    [Fact]
    public void What_the_person_corrected_wins_over_the_diagnosis()
    {
        var ticket = _desk.Open(Opening(Cause.ChannelLinkDropped) with
        {
            Diagnosis = DroppedLink(),
            SalesChannel = "Shopify NZ",
            SettlementDate = new DateOnly(2026, 3, 4),
        });

        Assert.Equal("Shopify NZ", ticket.SalesChannel);
        Assert.Equal(new DateOnly(2026, 3, 4), ticket.SettlementDate);
    }

    [Fact]
    public void Dates_of_one_settlement_never_end_up_beside_the_id_of_another()
    {
        var ticket = _desk.Open(Opening(TicketReason.AskedForHuman) with { Diagnosis = DroppedLink(), SettlementId = "WW-2" });

        Assert.Equal("WW-2", ticket.SettlementId);
        Assert.Null(ticket.SettlementDate);
        Assert.Null(ticket.SalesChannel);
    }

    [Fact]
    public void Support_is_asked_for_what_the_opening_says_and_else_for_nothing()
    {
        var asked = _desk.Open(Opening(Cause.MultiMonthVat) with { RequestedAction = RequestedAction.RerunVat });

        Assert.Equal("rerun-vat", asked.RequestedAction);
        Assert.Equal("none", _desk.Open(Opening(TicketReason.InternalError)).RequestedAction);
    }

    [Fact]
    public void History_begins_with_who_did_what()
    {
        var ticket = _desk.Open(Opening(Cause.StuckSending) with { AlsoSettlements = ["S-2", "S-3"], Comment = " It hangs since Monday. " });

        Assert.Equal(
            [
                (1, "bot", "prepared the ticket: stuck-sending"), (2, "seller", "confirmed the ticket"), (3, "bot", "also: S-2, S-3"),
                (4, "seller", "added: It hangs since Monday."),
            ],
            ticket.History.Select(e => (e.Number, e.By, e.Event)));
        Assert.All(ticket.History, e => Assert.Equal(ticket.Reference, e.TicketReference));
    }

    [Fact]
    public void A_note_continues_the_history_and_counts_as_a_change()
    {
        var ticket = _desk.Open(Opening(TicketReason.AskedForHuman));

        TicketDesk.AddNote(ticket, TicketAuthor.Agent("Ada"), "looked at the link", s_now.AddHours(1));

        var note = ticket.History[^1];
        Assert.Equal((2, "agent:Ada", "looked at the link"), (note.Number, note.By, note.Event));
        Assert.Equal(s_now.AddHours(1).UtcDateTime, note.At);
        Assert.Equal(1, ticket.Version);
    }

    [Fact]
    public void A_reference_has_four_characters_that_nobody_mistakes()
    {
        var references = Enumerable.Range(0, 500).Select(_ => _desk.Open(Opening(Cause.StuckSending)).Reference).ToList();

        Assert.All(references, r => Assert.Matches("^LMB-[2-9BCDFGHJKMNPQRSTVWXYZ]{4}$", r));
        Assert.True(references.Distinct().Count() > 490);
    }

    [Fact]
    public void A_taken_reference_is_followed_by_a_longer_one() =>
        Assert.Matches("^LMB-[2-9BCDFGHJKMNPQRSTVWXYZ]{5}$", _desk.Open(Opening(Cause.StuckSending), attempt: 2).Reference);

    [Fact]
    public void A_reference_always_fits_its_column() =>
        Assert.Equal(16, _desk.Open(Opening(Cause.StuckSending), attempt: 40).Reference.Length);

    internal static TicketOpening Opening(string reason) => new()
    {
        Reason = reason,
        ConversationId = "c-1",
        ChannelOfOrigin = ConversationChannel.WebChat,
        Now = s_now,
        Seller = new TicketSeller("wander-wool", "Wander Wool Pty"),
        User = new TicketUser("kim", "Kim Tran", "kim@wanderwool.example", "owner"),
    };

    internal static Diagnosis DroppedLink() => new()
    {
        SellerId = "wander-wool",
        SettlementId = "WW-1",
        CheckedAt = s_now.UtcDateTime.AddMilliseconds(7),
        TookMs = 12,
        RootCause = Cause.ChannelLinkDropped,
        Findings =
        [
            new Finding
            {
                Cause = Cause.ChannelLinkDropped,
                Step = 4,
                FixedBy = FixedBy.Support,
                Channel = "Shopify AU",
                Marketplace = "Shopify",
                SettlementId = "WW-1",
                From = new DateOnly(2026, 3, 8),
                To = new DateOnly(2026, 3, 11),
                Evidence = [new Evidence("'eBay AU' posted on 17 March 2026", s_now.UtcDateTime)],
            },
        ],
        Checks = [new CheckResult("channel-link", CheckOutcome.Failed, "Two sends came to nothing.", 3)],
    };
}
