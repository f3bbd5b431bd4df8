using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public sealed class SendTests
{
    private static readonly Uri s_link = new("https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=1");

    [Theory]
    [InlineData("Send it now")]
    [InlineData("yes please send it")]
    [InlineData("Could you send it for me please?")]
    [InlineData("ok, post it to xero")]
    [InlineData("send it again")]
    public void Asking_for_it_sends_after_a_fresh_look(string words)
    {
        var talk = new Talk().Say("my settlement won't send", Intent.SettlementNotSending);

        talk.Say(words, Intent.SettlementNotSending);

        Assert.Equal(new DiagnosisScope("S-1"), talk.Effect<DialogEffect.Diagnose>().Scope);
        Assert.Equal(new DialogEffect.SendSettlement("S-1", MissingOnly: false), talk.Effect<DialogEffect.SendSettlement>());
        Assert.Contains("I'm sending", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I can't send it")]
    [InlineData("it won't send")]
    [InlineData("when I send it nothing happens")]
    [InlineData("please don't send it")]
    [InlineData("did you send it?")]
    public void Speaking_of_sending_does_not_send(string words) =>
        Assert.Empty(Offered().Say(words, Intent.StillBroken).Effects.OfType<DialogEffect.SendSettlement>());

    [Fact]
    public void Pressing_twice_sends_once()
    {
        var talk = Offered().Say("Send it now");

        talk.Say("Send it now");

        Assert.Empty(talk.Effects);
        Assert.Contains("already sending it", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_sent_when_a_fresh_look_finds_something()
    {
        var talk = Offered().AccountIs(Reports.Disconnected());

        talk.Say("Send it now");

        Assert.Empty(talk.Effects.OfType<DialogEffect.SendSettlement>());
        Assert.Contains("I haven't sent it", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_sent_elsewhere_in_the_meantime_is_not_sent_again()
    {
        var talk = Offered().AccountIs(Reports.Sent());

        talk.Say("Send it now");

        Assert.Empty(talk.Effects.OfType<DialogEffect.SendSettlement>());
        Assert.Contains("already been sent", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_names_the_document_and_where_it_is()
    {
        var talk = Offered().Say("Send it now");

        talk.Turn(News(SendResult.Sent, Part("2026-03", stands: true)));

        Assert.Contains("Done: the settlement is in Xero", talk.Words, StringComparison.Ordinal);
        Assert.Contains("LMB-2026-03", talk.Words, StringComparison.Ordinal);
        Assert.Contains(s_link.AbsoluteUri, talk.Words, StringComparison.Ordinal);
        Assert.Null(talk.State.Sending);
        Assert.DoesNotContain(talk.State.Unsent, s => s.Id == "S-1");
        var documents = talk.One<Reply.ShowDocuments>();
        Assert.DoesNotContain("https://", documents.Brief, StringComparison.Ordinal);
        Assert.Contains("LMB-2026-03, dated 14 Mar 2026", documents.Brief, StringComparison.Ordinal);
        Assert.Equal([new PostedDocument("LMB-2026-03", new DateOnly(2026, 3, 14), s_link)], documents.Documents);
    }

    [Fact]
    public void A_platform_that_gives_no_links_still_gives_the_numbers()
    {
        var talk = Offered().Say("Send it now");

        talk.Turn(News(SendResult.Sent, Part("2026-02", stands: true) with { Link = null }, Part("2026-03", stands: true) with { Link = null }));

        Assert.Empty(talk.Replies.OfType<Reply.ShowDocuments>());
        Assert.Contains("LMB-2026-02, dated 14 Mar 2026\nLMB-2026-03, dated 14 Mar 2026", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Whether_it_helped_is_asked_when_the_settlement_has_arrived_and_not_before()
    {
        var talk = Cleared();
        Assert.DoesNotContain(FeedbackQuestion, talk.Words, StringComparison.Ordinal);
        Assert.Equal(["Send it now", "Not now", "Talk to a person"], talk.Choices);

        talk.Say("Send it now");
        Assert.DoesNotContain(FeedbackQuestion, talk.Words, StringComparison.Ordinal);

        talk.Turn(News(SendResult.Sent, Part("2026-03", stands: true)));
        Assert.EndsWith(FeedbackQuestion, talk.Words, StringComparison.Ordinal);
        Assert.Equal("settlement-will-not-send", talk.Say("Yes").Effect<DialogEffect.RecordFeedback>().ArticleId);
    }

    [Theory]
    [InlineData("Not now", Intent.OutOfScope)]
    [InlineData("no thank you", Intent.No)]
    [InlineData("thanks, bye", Intent.ThanksBye)]
    public void Whoever_does_not_want_it_sent_is_asked_then_and_can_still_send_it(string words, string intent)
    {
        var talk = Cleared().Say(words, intent);

        Assert.EndsWith(FeedbackQuestion, talk.Words, StringComparison.Ordinal);
        Assert.Contains("Send it now", talk.Say("Yes").Choices);
        Assert.Equal("S-1", talk.Say("Send it now").Effect<DialogEffect.SendSettlement>().SettlementId);
    }

    [Fact]
    public void Whoever_sends_it_themselves_is_asked_once_it_has_arrived()
    {
        var talk = Cleared().AccountIs(Reports.Sent()).Say("Done");

        Assert.EndsWith(FeedbackQuestion, talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_takes_the_place_of_earlier_progress_and_changes_nothing_else()
    {
        var talk = Offered().Say("Send it now");
        var before = talk.State;

        talk.Turn(News(SendResult.UnderWay, Part("2026-02", stands: true), Part("2026-03", stands: false)));

        Assert.Equal("send-w1", talk.One<Reply.Say>().UpdateKey);
        Assert.Contains("1 of 2 parts", talk.Words, StringComparison.Ordinal);
        Assert.Equal(DialogStateJson.Write(before), DialogStateJson.Write(talk.State with { StepsInTurn = before.StepsInTurn }));
    }

    [Fact]
    public void A_refusal_is_told_and_its_cause_looked_for_in_the_same_breath()
    {
        var talk = Offered().Say("Send it now").AccountIs(Reports.MissingMapping("FBA fees"));

        talk.Turn(News(SendResult.Refused, "Account code '404' has been archived, or has been deleted", Part("2026-03", stands: false)));

        Assert.Contains("Account code '404' has been archived", talk.Words, StringComparison.Ordinal);
        Assert.Contains("FBA fees", talk.Words, StringComparison.Ordinal);
        Assert.Null(talk.State.Sending);
    }

    [Fact]
    public void A_platform_that_swallows_the_document_is_not_taken_for_success()
    {
        var talk = Offered().Say("Send it now").AccountIs(Reports.LinkDropped());

        talk.Turn(News(SendResult.Nothing, Part("2026-03", stands: false)));

        Assert.Contains("it was not there", talk.Words, StringComparison.Ordinal);
        Assert.Single(talk.Replies.OfType<Reply.ConfirmTicket>());
    }

    [Fact]
    public void While_support_has_the_conversation_the_result_is_told_and_nothing_else_begun()
    {
        var talk = Offered().Say("Send it now");
        talk.Owner = TurnOwner.Queue;

        talk.Turn(News(SendResult.Refused, "refused", Part("2026-03", stands: false)));

        Assert.Single(talk.Replies);
        Assert.Empty(talk.Effects);
    }

    [Fact]
    public void A_partly_posted_settlement_is_shown_part_by_part_before_anything_can_be_sent()
    {
        var talk = Partly();

        Assert.Contains("February 2026: in Xero as LMB-2026-02", talk.Words, StringComparison.Ordinal);
        Assert.Contains("March 2026: not in Xero", talk.Words, StringComparison.Ordinal);
        Assert.Contains("rollback", talk.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Send only what is missing", talk.Choices);
        Assert.DoesNotContain("Send it now", talk.Choices);
    }

    [Theory]
    [InlineData("Send only what is missing")]
    [InlineData("please send the missing part")]
    public void After_that_list_the_missing_part_can_be_sent(string words)
    {
        var talk = Partly();

        talk.Say(words);

        Assert.Equal(new DialogEffect.SendSettlement("S-1", MissingOnly: true), talk.Effect<DialogEffect.SendSettlement>());
    }

    [Fact]
    public void Asking_for_the_whole_shows_the_list_again_instead()
    {
        var talk = Partly();

        talk.Say("send it now");

        Assert.Empty(talk.Effects.OfType<DialogEffect.SendSettlement>());
        Assert.Single(talk.Effects.OfType<DialogEffect.LookAtParts>());
    }

    [Fact]
    public void Without_the_list_nothing_is_sent_whatever_is_pressed()
    {
        var talk = new Talk { Parts = null }.AccountIs(Reports.Of(Reports.Finding(Cause.PartiallySent)));
        talk.Say("my settlement won't send", Intent.SettlementNotSending);
        Assert.Contains("I can't read from Xero", talk.Words, StringComparison.Ordinal);

        talk.Say("Send only what is missing");

        Assert.Empty(talk.Effects.OfType<DialogEffect.SendSettlement>());
    }

    [Fact]
    public void While_a_ticket_is_open_for_confirmation_send_it_means_the_ticket()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("my settlement won't send", Intent.SettlementNotSending);

        talk.Say("send it");

        Assert.Empty(talk.Effects.OfType<DialogEffect.SendSettlement>());
    }

    [Fact]
    public void Work_that_was_given_up_frees_the_settlement_to_be_sent_again()
    {
        var talk = Offered().Say("Send it now");

        talk.Turn(new DialogInput.WorkGivenUp("send-settlement"));

        Assert.Null(talk.State.Sending);
        Assert.Contains("Talk to a person", talk.Choices);
    }

    private const string FeedbackQuestion = "Did this answer your question?";

    private static Talk Cleared() => new Talk().AccountIs(Reports.Disconnected()).Say("my settlement won't send", Intent.SettlementNotSending)
        .AccountIs(Reports.Ready()).Say("Done");

    private static Talk Offered() => new Talk().Say("my settlement won't send", Intent.SettlementNotSending);

    private static Talk Partly() => new Talk
    {
        Parts = new SendReport("S-1", "xero", SendResult.PartlyPosted, [Part("2026-02", stands: true) with { IsSent = true }, Part("2026-03", stands: false)]),
    }.AccountIs(Reports.Of(Reports.Finding(Cause.PartiallySent))).Say("my settlement won't send", Intent.SettlementNotSending);

    private static SendPart Part(string month, bool stands) =>
        new(month, $"LMB-{month}", new DateOnly(2026, 3, 14), false, stands, stands ? 12.34m : null, stands ? s_link : null);

    private static DialogInput.SendNews News(SendResult result, params SendPart[] parts) => News(result, null, parts);

    private static DialogInput.SendNews News(SendResult result, string? error, params SendPart[] parts) =>
        new("w1", new SendReport("S-1", "xero", result, parts, error));
}
