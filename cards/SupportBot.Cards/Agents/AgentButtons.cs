using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Agents;

/// <summary>Makes the buttons of one state of one ticket.</summary>
internal sealed class AgentButtons(string ticket, int statusNumber)
{
    public ExecuteAction Press(string verb, string title, string? style = null, string? message = null) =>
        new() { Title = title, Style = style, Data = Data(verb, message), AssociatedInputs = "none" };

    /// <param name="send">The words on the button under the inputs.</param>
    public ShowCardAction Ask(string verb, string title, string send, params IReadOnlyList<CardElement> inputs) => new()
    {
        Title = title,
        Card = new FormCard { Body = inputs, Actions = [new ExecuteAction { Title = send, Style = "positive", Data = Data(verb, null) }] },
    };

    private SubmitData Data(string verb, string? message) =>
        new(verb, ticket) { Ticket = ticket, StatusNumber = statusNumber, Message = message };
}
