using SupportBot.Language.Intents;
using SupportBot.Language.Text;
using Xunit;
using Xunit.Abstractions;

namespace SupportBot.UnitTests.Language;

public sealed class IntentTests(ITestOutputHelper output)
{
    [Fact]
    public void Nine_of_ten_sentences_that_were_never_learnt_are_understood()
    {
        var wrong = HeldOut.Sentences
            .Select(s => (s.Intent, s.Text, Got: Understood.Of(s.Text)))
            .Where(s => s.Got.Intent != s.Intent)
            .ToList();

        wrong.ForEach(w => output.WriteLine($"{w.Text} -> {w.Got.Intent} {w.Got.Confidence}, not {w.Intent}"));
        Assert.InRange(1 - ((double)wrong.Count / HeldOut.Sentences.Count), 0.9, 1);
        Assert.All(wrong.CountBy(w => w.Intent), c => Assert.InRange(c.Value, 0, 3));
    }

    [Fact]
    public void Every_intent_is_tested_with_eight_sentences_or_more()
    {
        Assert.Equal(Phrasebook.Load().Select(p => p.Intent).Order(), HeldOut.Sentences.Select(s => s.Intent).Distinct().Order());
        Assert.All(HeldOut.Sentences.CountBy(s => s.Intent), c => Assert.True(c.Value >= 8, c.Key));
    }

    [Fact]
    public void No_tested_sentence_was_learnt()
    {
        static string Key(string text) => string.Join(' ', Tokenizer.Tokenize(text));
        var learnt = Phrasebook.Load().SelectMany(p => p.Phrases.Concat(p.Exact)).Select(Key).ToHashSet();

        Assert.DoesNotContain(HeldOut.Sentences, s => learnt.Contains(Key(s.Text)));
    }

    [Theory]
    [InlineData("my settlement still won't send, can I please talk to a human?")]
    [InlineData("I reconnected and it still fails. Get me a person.")]
    [InlineData("thanks but I'd rather speak to someone")]
    [InlineData("no, I want an agent")]
    [InlineData("Xero is disconnected and I want to speak with your support team about it")]
    [InlineData("I don't want a bot, I want a human")]
    [InlineData("Hi, could I speak to a member of staff about my VAT settlement please")]
    [InlineData("what does that mean? I'd rather talk to a person")]
    [InlineData("It says contact support, so please get me an agent")]
    [InlineData("HUMAN")]
    [InlineData("agent!!!")]
    [InlineData("can i chat w/ an agent")]
    [InlineData("This is ridiculous. I want to speak to your manager.")]
    [InlineData("kann ich mit einem Menschen sprechen?")]
    [InlineData("je voudrais parler à une personne")]
    [InlineData("quiero hablar con un humano")]
    public void Whoever_asks_for_a_person_is_understood_whatever_else_they_say(string text) =>
        Assert.Equal(Intent.ContactHuman, Understood.Of(text).Intent);

    [Theory]
    [InlineData("I get \"You are not permitted to access this resource. Contact support for further assistance.\"", Intent.PermissionError)]
    [InlineData("it says contact support because I'm not permitted", Intent.PermissionError)]
    [InlineData("Can someone tell me why my payout is not in Xero?", Intent.SettlementNotSending)]
    public void Words_about_people_are_not_always_a_request_for_one(string text, string intent) =>
        Assert.Equal(intent, Understood.Of(text).Intent);

    [Theory]
    [InlineData("still not working")]
    [InlineData("not fixed yet")]
    [InlineData("no it's still stuck")]
    [InlineData("that did not fix it")]
    [InlineData("done, but it still says disconnected")]
    [InlineData("I've done it but it still won't post")]
    [InlineData("yes I did that, still nothing")]
    [InlineData("it's done but not working")]
    [InlineData("ok done. still the same error")]
    [InlineData("It worked for a second and then stopped again")]
    [InlineData("thanks, but still broken")]
    public void A_denial_in_the_words_of_success_is_a_denial(string text) =>
        Assert.Equal(Intent.StillBroken, Understood.Of(text).Intent);

    [Theory]
    [InlineData("not done yet")]
    [InlineData("I haven't done it yet")]
    [InlineData("no not yet")]
    [InlineData("I'm not finished yet")]
    public void Somebody_who_is_not_done_yet_has_not_failed(string text) => Assert.Equal(Intent.No, Understood.Of(text).Intent);

    [Theory]
    [InlineData("how's it looking now?")]
    [InlineData("is it fixed now")]
    [InlineData("ok, did it work?")]
    [InlineData("has it gone through now?")]
    public void Asking_whether_it_worked_is_not_saying_so(string text) => Assert.Equal(Intent.CheckStatus, Understood.Of(text).Intent);

    [Theory]
    [InlineData("no longer stuck, thanks")]
    [InlineData("it's no longer disconnected")]
    [InlineData("not stuck anymore")]
    [InlineData("no more errors now")]
    [InlineData("No problems now, it went through")]
    [InlineData("ok I have reconnected, please check again")]
    [InlineData("I've connected it again")]
    [InlineData("Done :)")]
    [InlineData("DONE")]
    public void Success_is_understood_also_when_it_is_told_by_what_is_gone(string text) =>
        Assert.Equal(Intent.ConfirmDone, Understood.Of(text).Intent);

    [Theory]
    [InlineData("Hello, I look after the books for Oak & Iron. Their Amazon.ca settlement for 1-14 March has not reached QuickBooks although everything looks fine to me. Could you look into it? Kind regards, Maria")]
    [InlineData("Hi! Hope you're well. My settlement from last week won't send to Xero. Thanks in advance.")]
    public void Politeness_around_it_does_not_hide_what_is_wanted(string text) =>
        Assert.Equal(Intent.SettlementNotSending, Understood.Of(text).Intent);

    [Theory]
    [InlineData("ja", Intent.Yes)]
    [InlineData("Nein danke", Intent.No)]
    [InlineData("fertig", Intent.ConfirmDone)]
    [InlineData("C'est fait", Intent.ConfirmDone)]
    [InlineData("Listo", Intent.ConfirmDone)]
    [InlineData("merci beaucoup", Intent.ThanksBye)]
    [InlineData("Gracias!", Intent.ThanksBye)]
    [InlineData("Mitarbeiter", Intent.ContactHuman)]
    [InlineData("👍", Intent.Yes)]
    [InlineData("👎🏽", Intent.No)]
    public void Short_answers_are_understood_in_four_languages_and_by_sign(string text, string intent) =>
        Assert.Equal(intent, Understood.Of(text).Intent);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???")]
    [InlineData("xkcd fjord zugzwang quixotic")]
    public void What_says_nothing_is_out_of_scope(string text) => Assert.Equal(Intent.OutOfScope, Understood.Of(text).Intent);

    [Fact]
    public void Confidence_is_higher_where_it_is_deserved()
    {
        var plain = Understood.Of("my settlement won't send to xero");
        var vague = Understood.Of("something about the thing with the payouts");

        Assert.InRange(plain.Confidence, 0.8, 1);
        Assert.True(vague.Confidence < plain.Confidence);
    }

    [Fact]
    public void Alternatives_follow_best_first_without_the_answer_itself()
    {
        var understood = Understood.Of("where has the option gone? I only see view and hide, the spinner is stuck");

        Assert.NotEmpty(understood.Alternatives);
        Assert.Equal(understood.Alternatives.OrderByDescending(a => a.Confidence), understood.Alternatives);
        Assert.DoesNotContain(understood.Alternatives, a => a.Intent == understood.Intent);
    }

    [Fact]
    public void Learning_twice_gives_the_same_answers()
    {
        IntentReader first = new(), second = new();

        Assert.All(HeldOut.Sentences.Take(40), s =>
        {
            var utterance = Utterance.Of(s.Text);
            Assert.Equal(first.Read(utterance, utterance.Text, null), second.Read(utterance, utterance.Text, null));
        });
    }
}
