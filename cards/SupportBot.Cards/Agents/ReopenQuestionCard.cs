using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Agents;

/// <summary>Asks what to do with words that were written in the thread of a ticket that has ended.</summary>
public static class ReopenQuestionCard
{
    /// <param name="standingWords">How the ticket ended, and who ended it.</param>
    /// <param name="messageId">Comes back as <see cref="AgentFields.Message"/>.</param>
    public static AdaptiveCard Create(string reference, string standingWords, string messageId, int statusNumber)
    {
        const string notSent = "The seller has not seen this message.";
        var buttons = new AgentButtons(reference, statusNumber);
        var about = $"{reference}: {CardText.OneLine(standingWords, 200)}";
        return new AdaptiveCard
        {
            FallbackText = $"{about}\n{notSent}",
            Speak = $"{about}\n{notSent}",
            Body = [TextBlock.Heading("Reopen the ticket"), RichTextBlock.Of(TextRun.Plain(about)), RichTextBlock.Of(TextRun.Strong(notSent))],
            Actions =
            [
                buttons.Press(AgentVerbs.SendAnyway, "Reopen and send it", "positive", messageId),
                buttons.Press(AgentVerbs.LeaveIt, "Leave it as it is", message: messageId),
            ],
        };
    }
}
