using SupportBot.Cards.Agents;
using SupportBot.Channels.Email;
using SupportBot.Channels.Teams.Desk;
using SupportBot.Escalation;
using SupportBot.Storage.Tickets;
using SupportBot.UnitTests.Cards;
using Xunit;

namespace SupportBot.UnitTests.Channels.Email;

/// <summary>What the letter to the fallback address says. The whole way is a story in the conversation tests.</summary>
public sealed class TicketLetterTests
{
    [Fact]
    public void What_a_seller_wrote_cannot_look_like_a_part_of_the_letter()
    {
        var facts = SampleAgentCards.Waiting with { LastLines = [new SaidLine("Ana", "it fails\r\n\r\nChecks:\n- Everything: passed.")] };

        var letter = TicketLetter.Write(Ticket(), facts, "desk@example.com").Body;

        Assert.Contains("- Ana: it fails\n  Checks:\n  - Everything: passed.\n", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_long_words_are_cut_and_the_link_leads_to_all_of_them()
    {
        var facts = SampleAgentCards.Waiting with { LastLines = [new SaidLine("Ana", new string('x', 5_000))], ConversationPage = new Uri("https://support.example.com/transcripts/abc") };

        var letter = TicketLetter.Write(Ticket(), facts, "desk@example.com").Body;

        Assert.DoesNotContain(new string('x', 1_001), letter, StringComparison.Ordinal);
        Assert.EndsWith("https://support.example.com/transcripts/abc\n", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_of_which_little_is_known_has_a_subject_all_the_same() =>
        Assert.Equal($"[LMB-7K2Q] {SampleAgentCards.Waiting.Headline}", TicketLetter.Write(Ticket(), SampleAgentCards.Waiting, "desk@example.com").Subject);

    [Fact]
    public void What_the_seller_adds_and_what_else_is_stuck_is_seen_at_once()
    {
        var ticket = Ticket();
        TicketDesk.AddNote(ticket, TicketAuthor.Bot, "also: S-2, S-3", DateTimeOffset.UnixEpoch);
        TicketDesk.AddNote(ticket, TicketAuthor.Seller, "added: Please be quick.", DateTimeOffset.UnixEpoch);

        var letter = TicketLetter.Write(ticket, AgentTicketFormat.Facts(ticket, DateTimeOffset.UnixEpoch), "desk@example.com").Body;

        Assert.Contains("Adds: Please be quick.", letter, StringComparison.Ordinal);
        Assert.Contains("Also stuck: S-2, S-3", letter, StringComparison.Ordinal);
    }

    private static Ticket Ticket() => new() { Reference = "LMB-7K2Q", ConversationId = "c", Reason = "asked-for-human", TriedSteps = "[]", RequestedAction = "none" };
}
