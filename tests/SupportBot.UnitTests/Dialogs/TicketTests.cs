using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public class TicketTests
{
    [Fact]
    public void Dropped_channel_link_is_a_filled_in_ticket_that_waits_for_one_click()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);

        var card = talk.One<Reply.ConfirmTicket>();
        Assert.Equal("Shopify AU", card.Draft.SalesChannel);
        Assert.Equal(new DateOnly(2026, 3, 11), card.Draft.SettlementDate);
        Assert.Equal("reconnect-channel", card.Draft.RequestedAction);
        Assert.Empty(card.Missing);
        Assert.Equal(["Send to support", "Not now", "What does that mean?", "Talk to a person"], talk.Choices);
        Assert.Empty(talk.Effects.OfType<DialogEffect.OpenTicket>());
        Assert.DoesNotContain("LMB-", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticket_names_every_settlement_of_the_same_cause()
    {
        var (one, two, three) = (Reports.Settlement("S-1"), Reports.Settlement("S-2", day: 15), Reports.Settlement("S-3", day: 16));
        var talk = new Talk().AccountIs(Reports.Of(
                [one, two, three],
                Reports.Finding(Cause.StuckSending, FixedBy.Support, of: one),
                Reports.Finding(Cause.StuckSending, FixedBy.Support, of: two),
                Reports.Finding(Cause.AwaitingVatOverdue, FixedBy.Support, of: three)))
            .Say("it's stuck", Intent.SettlementStuckSending);

        Assert.Equal(("S-1", "S-2"), (talk.One<Reply.ConfirmTicket>().Draft.SettlementId, Assert.Single(talk.One<Reply.ConfirmTicket>().Draft.AlsoSettlements)));
        Assert.Contains("The same holds for S-2.", talk.Words, StringComparison.Ordinal);
        Assert.Equal(["S-2"], talk.Say("Send to support").Effect<DialogEffect.OpenTicket>().Draft.AlsoSettlements);
    }

    [Fact]
    public void Error_that_nobody_knows_goes_into_the_ticket_word_for_word()
    {
        var talk = new Talk().AccountIs(Reports.Of(Reports.Finding(
                Cause.UnrecognisedError, FixedBy.Support, "The last try to send S-1 ended with 'Can't post: code 17'")))
            .Say("it won't send", Intent.SettlementNotSending);

        Assert.Equal("Can't post: code 17", talk.One<Reply.ConfirmTicket>().Draft.ErrorText);
    }

    [Fact]
    public void Multi_month_ticket_has_range_and_marketplace()
    {
        var settlement = Reports.Settlement("PJ-1", "Amazon Europe", "Amazon.fr");
        var talk = new Talk().AccountIs(Reports.Of([settlement], Reports.Finding(Cause.MultiMonthVat, FixedBy.Support, of: settlement)))
            .Say("it won't send", Intent.MultiMonthVat);

        var draft = talk.One<Reply.ConfirmTicket>().Draft;
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 14), "Amazon.fr", "rerun-vat"),
            (draft.SettlementFrom, draft.SettlementTo, draft.Marketplace, draft.RequestedAction));
    }

    [Theory]
    [InlineData("Send to support", Intent.OutOfScope)]
    [InlineData("yes please", Intent.Yes)]
    public void Ticket_is_opened_by_words_and_the_receipt_has_its_reference(string words, string intent)
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say(words, intent);

        var receipt = talk.One<Reply.ShowReceipt>();
        Assert.Equal("LMB-1", receipt.Reference);
        Assert.Equal(Cause.ChannelLinkDropped, receipt.Draft.Reason);
        Assert.NotNull(talk.Effect<DialogEffect.OpenTicket>().Draft.Diagnosis);
        Assert.Contains("LMB-1", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Edits_on_the_card_go_into_the_ticket()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);

        talk.Press("send-ticket", talk.One<Reply.ConfirmTicket>().CardId,
            ("salesChannel", "Shopify NZ"), ("settlementFrom", "2026-03-02"), ("settlementTo", "2026-03-09"), ("comment", "VAT quarter ends soon"), ("errorText", ""));

        var draft = talk.Effect<DialogEffect.OpenTicket>().Draft;
        Assert.Equal(("Shopify NZ", new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 2), "VAT quarter ends soon"),
            (draft.SalesChannel, draft.SettlementDate!.Value, draft.SettlementFrom!.Value, draft.Comment));
    }

    [Theory]
    [InlineData("settlementDate", "14/03/2026", "The settlement date is not a date I can read")]
    [InlineData("settlementTo", "2026-02-01", "ends before it starts")]
    [InlineData("salesChannel", "", "Our support team needs the sales channel")]
    public void Edit_that_makes_no_sense_is_explained_and_nothing_is_sent(string field, string value, string message)
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);
        var first = talk.One<Reply.ConfirmTicket>().CardId;

        talk.Press("send-ticket", first, (field, value));

        Assert.Contains(message, talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Effects);
        Assert.NotEqual(first, talk.One<Reply.ConfirmTicket>().CardId);

        talk.Press("send-ticket", talk.One<Reply.ConfirmTicket>().CardId, ("salesChannel", "Shopify AU"), ("settlementDate", "2026-03-11"), ("settlementTo", "2026-03-11"));
        talk.One<Reply.ShowReceipt>();
    }

    [Fact]
    public void Card_pressed_twice_sends_once_and_says_so()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);
        var card = talk.One<Reply.ConfirmTicket>().CardId;
        talk.Press("send-ticket", card);
        talk.Owner = TurnOwner.Queue;

        talk.Press("send-ticket", card);

        Assert.Empty(talk.Effects);
        Assert.Contains("already gone to our support team as LMB-1. Nothing was sent twice.", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Late_card_changes_nothing()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);
        var card = talk.One<Reply.ConfirmTicket>().CardId;
        talk.Say("start over", Intent.StartOver);

        talk.Press("send-ticket", card);

        Assert.Empty(talk.Effects);
        Assert.Contains("I've left everything as it is", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_now_sends_nothing_and_can_be_taken_back()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("no", Intent.No);
        Assert.Contains("nothing has been sent", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Effects);

        talk.Say("Send to support");
        talk.One<Reply.ShowReceipt>();
    }

    [Fact]
    public void What_is_truly_missing_is_asked_once()
    {
        var nameless = Reports.Finding(Cause.StuckSending, FixedBy.Support) with { Channel = null, SettlementId = null, To = null, From = null };
        var talk = new Talk().AccountIs(Reports.Of([], nameless)).Say("it's stuck", Intent.SettlementStuckSending);
        Assert.Equal(
            "Our support team needs one more thing to act on this: which sales channel is it, as Link My Books shows it and what is the date of the settlement?",
            talk.Replies[^1].Text);

        talk.Say("eBay UK, 3 March", Intent.OutOfScope, new EntitySet { ChannelText = "eBay UK" });

        var card = talk.One<Reply.ConfirmTicket>();
        Assert.Equal("eBay UK", card.Draft.SalesChannel);
        Assert.Equal(["settlementDate"], card.Missing);
    }

    [Fact]
    public void Emptied_error_text_is_not_sent_although_the_client_leaves_the_field_out()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it says \"Oops\"", Intent.SettlementNotSending, new EntitySet { ErrorText = "Oops" });
        var card = talk.One<Reply.ConfirmTicket>();
        Assert.Equal("Oops", card.Draft.ErrorText);

        talk.Press("send-ticket", card.CardId, ("whole", "yes"), ("salesChannel", "Shopify AU"), ("marketplace", "Shopify"));

        Assert.Null(talk.Effect<DialogEffect.OpenTicket>().Draft.ErrorText);
    }

    [Fact]
    public void Words_beside_an_open_ticket_become_its_comment()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("our accountant needs this by Friday");

        Assert.Equal("our accountant needs this by Friday", talk.One<Reply.ConfirmTicket>().Draft.Comment);
    }

    [Fact]
    public void Asking_for_a_person_opens_a_filled_in_ticket_at_once()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Start().Say("Talk to a person");

        var draft = talk.Effect<DialogEffect.OpenTicket>().Draft;
        Assert.Equal(("asked-for-human", "Amazon UK", "S-1", "none"), (draft.Reason, draft.SalesChannel, draft.SettlementId, draft.RequestedAction));
        Assert.Equal(Cause.AccountingDisconnected, draft.Diagnosis!.RootCause);
        talk.One<Reply.ShowReceipt>();
    }

    [Fact]
    public void Asking_for_a_person_in_mid_conversation_uses_what_is_known_and_tried()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending).Say("Done");

        talk.Say("can I speak to someone", Intent.ContactHuman);

        Assert.Empty(talk.Effects.OfType<DialogEffect.Diagnose>());
        Assert.Equal(["reconnected Xero"], talk.Effect<DialogEffect.OpenTicket>().Draft.TriedSteps);
    }

    [Fact]
    public void Asking_for_a_person_about_a_support_case_keeps_its_reason()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending).Say("Talk to a person");

        Assert.Equal(Cause.ChannelLinkDropped, talk.Effect<DialogEffect.OpenTicket>().Draft.Reason);
    }

    [Fact]
    public void Person_is_reached_even_when_the_account_cannot_be_looked_at()
    {
        var talk = new Talk().AccountIs(null).Say("Talk to a person");

        Assert.Null(talk.Effect<DialogEffect.OpenTicket>().Draft.Diagnosis);
        talk.One<Reply.ShowReceipt>();
    }

    [Fact]
    public void While_a_person_has_the_conversation_the_bot_only_passes_on()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("Talk to a person");
        talk.Owner = TurnOwner.Queue;

        talk.Say("it won't send", Intent.SettlementNotSending);

        Assert.Equal("The seller added: it won't send", talk.Effect<DialogEffect.NoteOnTicket>().Note);
        Assert.Contains("added that to LMB-1", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Choices);

        talk.Turn(new DialogInput.FollowUpDue("follow-up-1"));
        Assert.Empty(talk.Replies);
    }
}
