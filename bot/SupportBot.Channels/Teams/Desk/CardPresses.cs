using System.Xml;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Agents;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Escalation.Hours;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;
using SupportBot.Turns.Desk;
using SupportBot.Turns.Support;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Does what an agent's press asks for, and answers with the card as it then is, or with words.</summary>
internal sealed class CardPresses(
    AgentDesk desk, SupportActions actions, TicketCards cards, AgentRoster roster, ConnectorReplies replies, OpeningHours hours, TimeProvider clock)
{
    private const string StillToCome = "That is noted and will be done in a moment; the card shows it then.";

    /// <summary>How far ahead the next opening is looked for from an open hour: it is to be the next one after a night.</summary>
    private static readonly TimeSpan OverNight = TimeSpan.FromHours(12);

    public async Task<CardActionResponse> ActAsync(AgentPress press, ThreadOfCase found, TeamsCardAction action, SupportAgent by, CancellationToken cancellationToken)
    {
        switch (press.Verb)
        {
            case AgentVerbs.ReconnectChannel or AgentVerbs.RerunVat or AgentVerbs.ResetSettlement:
                return await RequestAsync(press, found, action, by, cancellationToken);
            case AgentVerbs.LeaveIt when press.StatusNumber != found.StatusNumber:
                return CardActionResponse.Message($"{found.Reference} has moved on since this was asked; its card shows how. You changed nothing.");
            case AgentVerbs.LeaveIt:
                return await SettleAsync(action, $"{by.Name} left {found.Reference} as it is; the seller has not seen the message.", cancellationToken);
        }

        var (act, flaw) = await ReadAsync(press, found, by, cancellationToken);
        if (act is null)
        {
            return CardActionResponse.Message(flaw!);
        }

        return await desk.ActAsync(found.ConversationId, ActKey.Of(action.Origin), act, cancellationToken) switch
        {
            ActOutcome.Refused refused => CardActionResponse.Message(refused.Words),
            ActOutcome.StillToCome => CardActionResponse.Message(StillToCome),
            _ when press.Verb == AgentVerbs.SendAnyway => await SettleAsync(action, $"{by.Name} went on with {found.Reference}, and the seller got the message.", cancellationToken),
            _ => CardActionResponse.Card((await cards.DrawAsync(found.Reference, found.Roster, cancellationToken)).Json),
        };
    }

    private async Task<CardActionResponse> RequestAsync(
        AgentPress press, ThreadOfCase found, TeamsCardAction action, SupportAgent by, CancellationToken cancellationToken)
    {
        if (press.Values.GetValueOrDefault(AgentFields.Reason) is not { } reason)
        {
            return CardActionResponse.Message("Please say why: it is kept with the action. Nothing was done.");
        }

        var request = new SupportActionRequest(found.Reference, press.Verb, reason, by.Name, ActKey.Of(action.Origin)) { Press = (by, press.StatusNumber) };
        var answer = await actions.RequestAsync(request, cancellationToken);
        return answer.Problem is null
            ? CardActionResponse.Card((await cards.DrawAsync(found.Reference, found.Roster, cancellationToken)).Json)
            : CardActionResponse.Message(answer.Detail ?? "That could not be done.");
    }

    /// <returns>The act, or what is missing for it.</returns>
    private async Task<(AgentAct? Act, string? Flaw)> ReadAsync(AgentPress press, ThreadOfCase found, SupportAgent by, CancellationToken cancellationToken)
    {
        var act = new AgentAct(found.Reference, by, press.Verb) { Shown = press.StatusNumber };
        switch (press.Verb)
        {
            case AgentVerbs.Assign:
                return await AssigneeAsync(press, found, by, cancellationToken) is { } to
                    ? (act with { To = to }, null)
                    : (null, "Please choose a member of the support team. Nothing was changed.");
            case AgentVerbs.Snooze:
                return press.Values.GetValueOrDefault(AgentFields.Until) is { } until
                    ? (act with { Until = Until(until) }, null)
                    : (null, "Please choose until when. Nothing was changed.");
            case AgentVerbs.Resolve:
                return press.Values.GetValueOrDefault(AgentFields.Outcome) is { } outcome
                    ? (act with { Outcome = outcome, Comment = press.Values.GetValueOrDefault(AgentFields.Comment) }, null)
                    : (null, "Please choose how it ended. Nothing was changed.");
            case AgentVerbs.SendAnyway:
                return (act with { Verb = AgentVerb.AnswerAnyway, Message = press.Values.GetValueOrDefault(AgentFields.Message) }, null);
            default:
                return (act, null);
        }
    }

    private async Task<SupportAgent?> AssigneeAsync(AgentPress press, ThreadOfCase found, SupportAgent by, CancellationToken cancellationToken)
    {
        var to = press.Values.GetValueOrDefault(AgentFields.Agent);
        return to == AgentFields.Myself ? by
            : (await roster.ListAsync(found.Roster, cancellationToken)).FirstOrDefault(choice => choice.Id == to) is { } chosen ? new SupportAgent(chosen.Id, chosen.Name)
            : null;
    }

    private DateTimeOffset Until(string choice)
    {
        var now = clock.GetUtcNow();
        if (choice != SnoozeTimes.NextOpening)
        {
            return now + XmlConvert.ToTimeSpan(choice);
        }

        return hours.NextOpening(hours.IsOpen(now) == false ? now : now + OverNight) ?? now + OverNight;
    }

    /// <summary>A question that is answered asks nobody again: the others see it too.</summary>
    private async Task<CardActionResponse> SettleAsync(TeamsCardAction action, string words, CancellationToken cancellationToken)
    {
        var card = SettledQuestionCard.Create(words).ToJson();
        var origin = action.Origin;
        if (action.CardActivityId is { } question)
        {
            var person = new ChannelAccount { Id = origin.From.Id, Name = origin.From.Name };
            var address = new ReplyAddress(origin.ServiceUrl, origin.ConversationId, origin.ActivityId, origin.Bot, person);
            await replies.PromiseAsync(address, CardActivity.Of(card, words) with { Id = question }, cancellationToken);
        }

        return CardActionResponse.Card(card);
    }
}
