using FsCheck;
using FsCheck.Fluent;
using SupportBot.Dialogs.Engine;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

/// <summary>What holds however a conversation goes; <see cref="Talk"/> checks the rest with every outcome.</summary>
public class AlwaysTests
{
    private static readonly string[] s_intents =
    [
        Intent.SettlementNotSending, Intent.ConfirmDone, Intent.StillBroken, Intent.Clarify, Intent.Yes, Intent.No, Intent.Greeting,
        Intent.ThanksBye, Intent.OutOfScope, Intent.ChangeTaxRates, Intent.CheckStatus, Intent.ContactHuman,
    ];

    private static readonly AccountReport?[] s_accounts =
    [
        Reports.Disconnected(), Reports.MissingMapping("FBA fees"), Reports.LinkDropped(), Reports.Ready(), Reports.Sent(), Reports.Sent(),
        Reports.CouldNotCheck(), Reports.AwaitingVat(), null,
        Reports.Of(Reports.Finding(Cause.AccountingPermission), Reports.Finding(Cause.BankAccountMissing)),
    ];

    [Fact]
    public void No_conversation_loses_its_way()
    {
        Prop.ForAll<int[]>(moves =>
        {
            var talk = new Talk().Start();
            foreach (var move in moves.Select(m => (int)(uint)(m * 7919) % 1000).Select(Math.Abs))
            {
                Move(talk, move);
            }

            return talk.MostTimesAnyFixWasShown <= 2 || talk.Reference is not null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_step_is_shown_a_third_time_however_often_the_person_says_done()
    {
        var talk = new Talk().AccountIs(Reports.MissingMapping("FBA fees")).Say("it won't send", Intent.SettlementNotSending);
        for (var i = 0; i < 6; i++)
        {
            talk.Say("Done").Say("it won't send", Intent.SettlementNotSending);
        }

        Assert.Equal(2, talk.TimesShown("Choose an account for 'FBA fees'"));
    }

    [Fact]
    public void Endless_results_do_not_make_an_endless_turn()
    {
        var engine = new DialogEngine(SupportBot.Knowledge.Articles.ArticleLibrary.BuiltIn());
        var turn = new DialogTurn(new("s", "S", "u", "U", "owner", "en-GB"), Reports.Now, TurnOwner.Bot, null);
        var state = DialogState.Initial;
        DialogOutcome outcome;
        var steps = 0;
        do
        {
            outcome = engine.Decide(state, new DialogInput.SettlementsFound(new SettlementQuery(), new SettlementMatches([Reports.Settlement()], null)), turn);
            state = outcome.State;
            steps++;
        }
        while (outcome.Effect is not null && steps < 100);

        Assert.True(steps <= DialogEngine.MostStepsInATurn + 1);
        Assert.Contains("Talk to a person", outcome.Replies[^1].Choices);
    }

    private static void Move(Talk talk, int move)
    {
        switch (move % 6)
        {
            case 0:
                talk.AccountIs(s_accounts[move % s_accounts.Length]);
                break;
            case 1 when talk.Replies.Count > 0 && talk.Choices.Count > 0:
                talk.Say(talk.Choices[move % talk.Choices.Count]);
                break;
            case 2 when talk.State.Card is { } card:
                talk.Press(card.Verb, card.Id, ("settlementId", "S-1"), ("settlementDate", move % 2 == 0 ? "nonsense" : "2026-03-14"));
                break;
            case 3 when talk.State.FollowUp is { } token:
                talk.Turn(new DialogInput.FollowUpDue(token));
                break;
            case 4:
                talk.Matches = new(move % 3 == 0 ? [] : [Reports.Settlement()], null);
                talk.Say("that one", s_intents[move % s_intents.Length], new EntitySet { Marketplace = "eBay" });
                break;
            default:
                talk.Say("words", s_intents[move % s_intents.Length]);
                break;
        }
    }
}
