using SupportBot.Dialogs.Engine;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public class EndingTests
{
    [Fact]
    public void Problem_that_was_found_is_unsolved_until_somebody_says_otherwise() =>
        Assert.Equal(Ending.Unsolved, Disconnected().State.Ending);

    [Fact]
    public void Done_that_the_check_does_not_bear_out_is_a_claim() =>
        Assert.Equal(Ending.Claimed, Disconnected().Say("Done").State.Ending);

    [Fact]
    public void Done_that_cannot_be_checked_is_a_claim() =>
        Assert.Equal(Ending.Claimed, Disconnected().AccountIs(null).Say("Done").State.Ending);

    [Fact]
    public void Only_a_check_that_passed_verifies() =>
        Assert.Equal(Ending.Verified, Disconnected().Say("Done").AccountIs(Reports.Ready()).Say("Done").State.Ending);

    [Fact]
    public void Ticket_is_an_escalation() =>
        Assert.Equal(Ending.Escalated, Disconnected().Say("a person please", Intent.ContactHuman).State.Ending);

    [Fact]
    public void Waiting_and_nothing_wrong_leave_nothing_to_be_solved()
    {
        Assert.Null(new Talk().AccountIs(Reports.AwaitingVat()).Say("it won't send", Intent.SettlementNotSending).State.Ending);
        Assert.Null(new Talk().AccountIs(Reports.NoSettlements()).Say("it won't send", Intent.SettlementNotSending).State.Ending);
    }

    [Fact]
    public void New_problem_after_a_solved_one_is_unsolved() =>
        Assert.Equal(
            Ending.Unsolved,
            Disconnected().AccountIs(Reports.Ready()).Say("Done").AccountIs(Reports.MissingMapping("FBA fees")).Say("it won't send", Intent.StillBroken).State.Ending);

    [Fact]
    public void Starting_over_does_not_forget_how_it_stood() =>
        Assert.Equal(Ending.Unsolved, Disconnected().Say("start over", Intent.StartOver).State.Ending);

    private static Talk Disconnected() => new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);
}
