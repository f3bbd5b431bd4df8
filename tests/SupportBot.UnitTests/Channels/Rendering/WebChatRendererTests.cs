using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Cards.Actions;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Turns.Replies;
using Xunit;
using static SupportBot.UnitTests.Channels.Rendering.SampleReplies;

namespace SupportBot.UnitTests.Channels.Rendering;

public sealed class WebChatRendererTests
{
    [Fact]
    public void Plain_words_need_no_card()
    {
        var activity = Render(new Reply.Say { Text = "Hello *you*" });

        Assert.Equal("message", activity.Type);
        Assert.Equal("Hello *you*", activity.Text);
        Assert.Null(activity.Attachments);
        Assert.Null(activity.SuggestedActions);
        Assert.Equal("acceptingInput", activity.InputHint);
    }

    [Theory]
    [MemberData(nameof(Kinds), MemberType = typeof(SampleReplies))]
    public void Every_reply_says_in_plain_text_what_is_needed_to_go_on(string kind)
    {
        var activity = Render(All[kind]);

        Assert.Equal("In short.", activity.Text);
        Assert.Equal("plain", activity.TextFormat);
    }

    [Theory]
    [MemberData(nameof(Kinds), MemberType = typeof(SampleReplies))]
    public void Every_reply_but_words_has_one_card(string kind)
    {
        var attachment = Assert.Single(Render(All[kind]).Attachments!);

        Assert.Equal(Attachment.AdaptiveCardType, attachment.ContentType);
        Assert.Equal("AdaptiveCard", attachment.Content!.Value.GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(Kinds), MemberType = typeof(SampleReplies))]
    public void A_rendered_reply_survives_the_transcript(string kind)
    {
        var activity = Render(All[kind]);

        var json = ActivityJson.Write(activity);

        Assert.Equal(json, ActivityJson.Write(ActivityJson.Read(json)));
    }

    [Fact]
    public void Choices_are_offered_to_the_reader_and_say_what_they_are_called()
    {
        var activity = Render(new Reply.Say { Text = "Done?", Choices = ["Done", "Talk to a person"] });

        Assert.Equal(["user-1"], activity.SuggestedActions!.To);
        Assert.Equal(
            [("imBack", "Done", "Done"), ("imBack", "Talk to a person", "Talk to a person")],
            activity.SuggestedActions.Actions.Select(action => (action.Type, action.Title, action.Value)));
        Assert.Equal("expectingInput", activity.InputHint);
    }

    [Fact]
    public void A_choice_that_is_a_button_of_the_card_is_not_offered_twice()
    {
        var activity = Render(All["confirm"] with { Choices = ["Send to support", "Not now", "Talk to a person"] });

        Assert.Equal(["Talk to a person"], activity.SuggestedActions!.Actions.Select(action => action.Title));
    }

    [Fact]
    public void Beside_a_card_the_message_is_brief()
    {
        var activity = Render(All["receipt"] with { Text = "All of it.", Brief = "The reference is LMB-7K2Q." });

        Assert.Equal("The reference is LMB-7K2Q.", activity.Text);
    }

    [Fact]
    public void Without_a_card_the_message_says_all()
    {
        Assert.Equal("All of it.", Render(new Reply.Say { Text = "All of it.", Brief = "Less." }).Text);
    }

    [Theory]
    [InlineData("choose", "expectingInput")]
    [InlineData("confirm", "expectingInput")]
    [InlineData("receipt", "acceptingInput")]
    public void Cards_that_ask_expect_an_answer(string kind, string hint) => Assert.Equal(hint, Render(All[kind]).InputHint);

    [Fact]
    public void A_help_link_leads_to_this_host_wherever_the_chat_stands()
    {
        var action = Card(Render(All["fix"])).GetProperty("actions")[0];

        Assert.Equal("Action.OpenUrl", action.GetProperty("type").GetString());
        Assert.Equal("https://support.example.com/help/settlement-will-not-send#mappings", action.GetProperty("url").GetString());
    }

    [Fact]
    public void A_posted_document_opens_where_it_stands()
    {
        var action = Assert.Single(Card(Render(All["documents"])).GetProperty("actions").EnumerateArray());

        Assert.Equal(
            ("Action.OpenUrl", "Open in QuickBooks (new tab)", "https://qbo.intuit.com/app/journal?txnId=1"),
            (action.GetProperty("type").GetString(), action.GetProperty("title").GetString(), action.GetProperty("url").GetString()));
    }

    [Fact]
    public void A_host_that_does_not_know_its_address_gives_no_link()
    {
        var card = Card(RendererOf(publicUrl: null).Render(All["fix"], new ReplyContext("en-GB", "user-1")));

        Assert.False(card.TryGetProperty("actions", out _));
    }

    [Fact]
    public void A_transcript_has_a_link_of_its_own_and_no_words_of_the_card_give_it_away()
    {
        var card = Card(Render(All["transcript"]));

        var address = card.GetProperty("actions")[0].GetProperty("url").GetString()!;
        Assert.StartsWith("https://support.example.com/transcripts/", address, StringComparison.Ordinal);
        Assert.DoesNotContain("http", card.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_does_not_know_its_address_says_that_it_can_give_no_transcript()
    {
        var activity = RendererOf(publicUrl: null).Render(All["transcript"], new ReplyContext("en-GB", "user-1"));

        Assert.Equal("There is no page.", activity.Text);
        Assert.Null(activity.Attachments);
    }

    [Fact]
    public void Several_categories_without_an_account_are_shown_as_one_problem_and_other_settlements_are_not()
    {
        var words = Words(Render(All["diagnosis"]));

        Assert.Contains("No account for 'FBA fees'", words, StringComparison.Ordinal);
        Assert.Contains("No account for 'Refunds'", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Another settlement", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_a_failed_check_tells_is_not_told_twice()
    {
        var words = Words(Render(All["diagnosis"]));

        Assert.Equal(2, words.Split("No account for 'Refunds'").Length);
    }

    [Fact]
    public void Every_check_is_shown_with_its_outcome_and_what_did_not_pass_comes_first()
    {
        var words = Words(Render(All["diagnosis"]));

        Assert.True(
            words.IndexOf("Account mappings: failed", StringComparison.Ordinal) < words.IndexOf("Passed: Accounting connection", StringComparison.Ordinal), words);
        Assert.Contains("Account mappings: failed. No account for 'Refunds' on Amazon EU.", words, StringComparison.Ordinal);
        Assert.Contains("VAT over a month end: could not check. Xero did not answer.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ticket_asks_for_a_range_where_a_range_is_known()
    {
        var ids = InputIds(Render(All["confirm"]));

        Assert.Equal(["salesChannel", "marketplace", "settlementFrom", "settlementTo", "errorText", "comment", "whole"], ids);
    }

    [Fact]
    public void The_ticket_asks_for_one_date_where_no_range_is_known()
    {
        var reply = new Reply.ConfirmTicket
        {
            Text = "In short.",
            CardId = "c-1",
            Draft = new TicketDraft { Reason = "channel-link-dropped", RequestedAction = "reconnect-channel" },
            Missing = [TicketFields.SalesChannel, TicketFields.SettlementDate],
        };

        Assert.Equal(["salesChannel", "marketplace", "settlementDate", "errorText", "comment", "whole"], InputIds(Render(reply)));
    }

    [Fact]
    public void The_receipt_shows_the_reference_and_what_was_sent()
    {
        var words = Words(Render(All["receipt"]));

        Assert.Contains("LMB-7K2Q", words, StringComparison.Ordinal);
        Assert.Contains("Sales channel: Shopify AU", words, StringComparison.Ordinal);
        Assert.Contains("Already tried: Reconnected Xero", words, StringComparison.Ordinal);
        Assert.Contains("answers here", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cause_has_words_that_people_use()
    {
        foreach (var cause in Cause.InOrder)
        {
            var draft = new TicketDraft { Reason = cause, RequestedAction = "none" };
            var words = Words(Render(new Reply.ShowReceipt { Text = "In short.", Reference = "LMB-7K2Q", Draft = draft, Next = "Somebody answers here." }));

            Assert.DoesNotContain(cause.Replace('-', ' '), words, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("ftp://support.example.com/")]
    [InlineData("/help")]
    public void A_public_address_that_no_browser_opens_stops_the_start(string address)
    {
        Assert.Throws<OptionsValidationException>(() => RendererOf(new Uri(address, UriKind.RelativeOrAbsolute)));
    }

    private static string[] InputIds(Activity activity) =>
        [.. Card(activity).GetProperty("body").EnumerateArray().Where(element => element.TryGetProperty("id", out _)).Select(element => element.GetProperty("id").GetString()!)];

    private static JsonElement Card(Activity activity) => activity.Attachments![0].Content!.Value;

    private static string Words(Activity activity) => Card(activity).GetProperty("fallbackText").GetString()!;
}
