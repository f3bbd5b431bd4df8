using SupportBot.Escalation;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;
using Xunit;

namespace SupportBot.UnitTests.Escalation.Lifecycle;

/// <summary>Who is said to have done the last thing, and to have been first.</summary>
public sealed class TicketWordsTests
{
    [Theory]
    [InlineData("agent:Priya Shah", "claimed it", "Priya Shah was first and claimed it.")]
    [InlineData("seller", "opened it again", "The seller was first and opened it again.")]
    [InlineData("system", "is active again: the seller wrote", "LMB-7K2Q has changed: is active again: the seller wrote.")]
    public void Whoever_was_too_late_learns_what_really_came_first(string by, string done, string words)
    {
        var ticket = Ticket((by, done), ("agent:Tom Webb", "answered the seller"));
        ticket.StatusEvent = 1;

        Assert.StartsWith(words, TicketWords.Outrun(ticket), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent:Priya Shah", "claimed it", "Priya Shah claimed it, ")]
    [InlineData("seller", "opened it again", "The seller opened it again, ")]
    [InlineData("system", "is active again: the seller wrote", "Is active again: the seller wrote, ")]
    public void The_last_change_is_the_last_change_of_status_whoever_made_it(string by, string done, string words)
    {
        var ticket = Ticket(("agent:Priya Shah", "put it off"), (by, done), ("seller", "The seller added: thanks"));
        ticket.StatusEvent = 2;

        Assert.StartsWith(words, TicketWords.LastChange(ticket), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_that_nobody_has_changed_has_no_last_change() => Assert.Null(TicketWords.LastChange(Ticket(("seller", "asked for a person"))));

    private static Ticket Ticket(params (string By, string Done)[] history)
    {
        var ticket = new Ticket
        {
            Reference = "LMB-7K2Q",
            ChannelOfOrigin = ConversationChannel.WebChat,
            ConversationId = "c",
            Reason = TicketReason.AskedForHuman,
            TriedSteps = "[]",
            RequestedAction = "none",
            StatusNumber = 1,
        };
        foreach (var (by, done) in history)
        {
            TicketDesk.AddNote(ticket, by, done, DateTimeOffset.UnixEpoch);
        }

        return ticket;
    }
}
