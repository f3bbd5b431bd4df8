using SupportBot.Turns;
using Xunit;

namespace SupportBot.UnitTests.Turns;

public sealed class LaneTests
{
    [Fact]
    public void The_first_to_ask_starts_and_the_others_are_covered()
    {
        var lane = new Lane();

        Assert.Equal(LaneAnswer.Start, lane.Ask());
        Assert.Equal(LaneAnswer.WillLookAgain, lane.Ask());
        Assert.Equal(LaneAnswer.WillLookAgain, lane.Ask());
    }

    [Fact]
    public void Work_asked_for_meanwhile_is_looked_for_before_the_lane_closes()
    {
        var lane = new Lane();
        lane.Ask();
        lane.Ask();

        Assert.False(lane.TryClose());
        Assert.True(lane.TryClose());
        Assert.Equal(LaneAnswer.Closed, lane.Ask());
    }

    [Fact]
    public async Task A_lane_that_failed_is_finished_and_closed()
    {
        var lane = new Lane();
        lane.Ask();

        lane.Finish();

        await lane.Finished;
        Assert.Equal(LaneAnswer.Closed, lane.Ask());
    }
}
