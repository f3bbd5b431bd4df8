using SupportBot.Escalation;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;
using Xunit;

namespace SupportBot.UnitTests.Escalation.Lifecycle;

/// <summary>Every command in every state, of an agent who has the ticket (or had it last) and of one who has not.</summary>
public sealed class TicketLifecycleTests
{
    private const int Shown = 7;

    /// <summary>A state moves there; <c>=</c> is so already, <c>?</c> asks first, <c>-</c> is refused; after a slash, on an old card.</summary>
    private const string Table = """
                      waiting   claimed.mine claimed.theirs offered.theirs snoozed.mine snoozed.theirs resolved.mine resolved.theirs returned.mine returned.theirs
        claim         claimed   =            -              claimed        claimed      claimed        -             -               claimed       claimed
        assign-me     claimed   =            claimed        claimed        claimed      claimed        -             -               -             -
        assign-other  claimed   claimed      claimed        claimed        claimed      claimed        -             -               -             -
        return        returned  returned     -              -              returned     returned       -             -               =             -
        snooze        snoozed   snoozed      -              -              snoozed/=    snoozed        -             -               -             -
        resolve       resolved  resolved     -              -              resolved     resolved       =             -               resolved      resolved
        reopen        =         -            -              -              -            -              waiting       waiting         waiting       waiting
        answer        claimed   =            -              claimed        claimed      claimed        ?             ?               ?             ?
        """;

    private static readonly SupportAgent s_me = new("id-me", "Mia Berg");
    private static readonly SupportAgent s_other = new("id-other", "Olu Ade");
    private static readonly SupportAgent s_third = new("id-third", "Tea Rossi");

    public static TheoryData<string, string, string> Cells()
    {
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (state, expected) in rows[0].Zip(row.Skip(1)))
            {
                cells.Add(row[0], state, expected);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_command_has_its_outcome_in_every_state(string command, string state, string expected)
    {
        var ticket = TicketIn(state);

        var decision = TicketLifecycle.Decide(ticket, Command(command), s_me, Shown);

        Assert.Equal(expected.Split('/')[0], decision switch
        {
            TicketDecision.Move move => move.Status.ToString().ToLowerInvariant(),
            TicketDecision.AlreadySo => "=",
            TicketDecision.Ask => "?",
            _ => "-",
        });
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_old_card_moves_nothing(string command, string state, string expected)
    {
        var decision = TicketLifecycle.Decide(TicketIn(state), Command(command), s_me, Shown - 1);

        // What is so already is no harm: a press that came twice.
        Assert.Equal(expected.EndsWith('=') ? typeof(TicketDecision.AlreadySo) : typeof(TicketDecision.Refusal), decision.GetType());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_refusal_says_how_it_stands_and_that_nothing_was_changed(string command, string state, string expected)
    {
        if (TicketLifecycle.Decide(TicketIn(state), Command(command), s_me, Shown) is not TicketDecision.Refusal refusal)
        {
            Assert.NotEqual("-", expected);
            return;
        }

        Assert.Contains("you changed nothing", refusal.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("LMB-7K2Q", refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_names_who_has_it_and_what_was_done()
    {
        var until = new DateTimeOffset(2026, 3, 23, 9, 0, 0, TimeSpan.Zero);

        var assigned = Move(new TicketCommand.Assign(s_third), "claimed.mine");
        var snoozed = Move(new TicketCommand.Snooze(until), "claimed.mine");
        var resolved = Move(new TicketCommand.Resolve(TicketOutcome.SellerFixed, "by phone"), "claimed.mine");
        var takenOver = Move(new TicketCommand.Claim(), "offered.theirs");

        Assert.Equal((s_third, "assigned it to Tea Rossi"), (assigned.Agent, assigned.Event));
        Assert.Equal((until, "put it off until 23 March 2026 09:00 UTC"), (snoozed.Until, snoozed.Event));
        Assert.Equal((TicketOutcome.SellerFixed, "resolved it: the seller put it right (by phone)"), (resolved.Outcome, resolved.Event));
        Assert.Equal((s_me, "took it over"), (takenOver.Agent, takenOver.Event));
    }

    [Theory]
    [InlineData("waiting", true)]
    [InlineData("claimed.mine", true)]
    [InlineData("claimed.theirs", false)]
    [InlineData("snoozed.theirs", true)]
    public void Support_actions_are_for_whoever_has_it_or_for_all_where_nobody_has(string state, bool may)
    {
        Assert.Equal(may, TicketLifecycle.WhyNotAct(TicketIn(state), s_me, Shown) is null);
        Assert.NotNull(TicketLifecycle.WhyNotAct(TicketIn(state), s_me, Shown - 1));
    }

    private static TicketDecision.Move Move(TicketCommand command, string state) =>
        Assert.IsType<TicketDecision.Move>(TicketLifecycle.Decide(TicketIn(state), command, s_me, Shown));

    private static TicketCommand Command(string name) => name switch
    {
        "claim" => new TicketCommand.Claim(),
        "assign-me" => new TicketCommand.Assign(s_me),
        "assign-other" => new TicketCommand.Assign(s_third),
        "return" => new TicketCommand.Return(),
        "snooze" => new TicketCommand.Snooze(new DateTimeOffset(2026, 3, 23, 9, 0, 0, TimeSpan.Zero)),
        "resolve" => new TicketCommand.Resolve(TicketOutcome.Solved, null),
        "reopen" => new TicketCommand.Reopen(),
        "answer" => new TicketCommand.Answer(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static Ticket TicketIn(string state)
    {
        var (status, whose) = state.Split('.') is [var first, var second] ? (first, second) : (state, "");
        var agent = whose switch { "mine" => s_me, "theirs" => s_other, _ => null };
        return new Ticket
        {
            Reference = "LMB-7K2Q",
            Status = status == "offered" ? TicketStatus.Claimed : Enum.Parse<TicketStatus>(status, ignoreCase: true),
            IsOffered = status == "offered",
            ConversationId = "c",
            ChannelOfOrigin = ConversationChannel.WebChat,
            Reason = TicketReason.AskedForHuman,
            TriedSteps = "[]",
            RequestedAction = "none",
            Agent = agent?.Name,
            AgentId = agent?.Id,
            StatusNumber = Shown,
        };
    }
}
