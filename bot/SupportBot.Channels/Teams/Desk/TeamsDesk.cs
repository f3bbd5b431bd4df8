using Microsoft.Extensions.Options;
using SupportBot.Cards.Actions;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Escalation.Hours;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;
using SupportBot.Turns.Desk;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>
/// The support team's desk: the thread says which case it is, the token who does it. What an agent writes goes to the seller unless
/// it begins with <see cref="EscalationOptions.InternalMarker"/>; that is kept nowhere, so that it cannot leak.
/// </summary>
internal sealed class TeamsDesk(
    TicketThreads threads, AgentRoster roster, AgentDesk desk, AgentFiles files, CardPresses presses, ConnectorReplies replies, IOptions<EscalationOptions> options) : ITeamsDesk
{
    private const string MembersOnly = "Only members of the support team can do this. Nothing was passed on or changed.";

    private const string CouldNotCheck =
        "I could not check with Teams whether you are a member of the support team, so nothing was changed. Please try again in a minute.";

    public async Task<TeamsReceipt> ReceiveAsync(TeamsMessage message, CancellationToken cancellationToken)
    {
        var origin = message.Origin;
        if (await threads.FindCaseAsync(origin.ConversationId, cancellationToken) is not { } found)
        {
            return TeamsReceipt.NoCase;
        }

        var standing = await roster.CheckAsync(origin.From, found.Roster, cancellationToken);
        if (standing == AgentStanding.Unknown)
        {
            return TeamsReceipt.NotNow;
        }

        if (standing == AgentStanding.Stranger)
        {
            await replies.PromiseAsync(Address(origin), Words(MembersOnly), cancellationToken);
        }
        else if (!IsInternal(message) && (message.Text.Length > 0 || message.Attachments.Count > 0))
        {
            var fetched = await files.FetchAsync(message.Attachments, found.ConversationId, cancellationToken);
            var act = new AgentAct(found.Reference, Agent(origin.From), AgentVerb.Answer) { LostFiles = fetched.Lost };
            await desk.AnswerAsync(found.ConversationId, ActKey.Of(origin), act, message.Text, fetched.Attachments, fetched.Stored, cancellationToken);
        }

        return TeamsReceipt.Taken;
    }

    public async Task<CardActionResponse?> TryActAsync(TeamsCardAction action, CancellationToken cancellationToken)
    {
        if (AgentPress.Read(action.Verb, action.Data) is not { } press
            || (await threads.FindCaseAsync(action.Origin.ConversationId, cancellationToken)
                ?? await threads.FindNamedCaseAsync(press.Ticket.ToUpperInvariant(), cancellationToken)) is not { } found
            || !found.Reference.Equals(press.Ticket, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return await roster.CheckAsync(action.Origin.From, found.Roster, cancellationToken) switch
        {
            AgentStanding.Agent => await presses.ActAsync(press, found, action, Agent(action.Origin.From), cancellationToken),
            AgentStanding.Stranger => CardActionResponse.Message(MembersOnly),
            _ => CardActionResponse.Message(CouldNotCheck),
        };
    }

    /// <summary>Also behind a colleague's mention: what was meant for them must not reach the seller.</summary>
    private bool IsInternal(TeamsMessage message) =>
        options.Value.InternalMarker is { Length: > 0 } marker
        && (message.Unaddressed.StartsWith(marker, StringComparison.Ordinal) || message.Text.StartsWith(marker, StringComparison.Ordinal));

    private static SupportAgent Agent(TeamsPerson person) => new(
        person.EntraId is { Length: > 0 } entraId ? entraId : person.Id, string.IsNullOrWhiteSpace(person.Name) ? "Support" : person.Name.Trim());

    private static ReplyAddress Address(TeamsOrigin origin) => new(
        origin.ServiceUrl, origin.ConversationId, origin.ActivityId, origin.Bot, new ChannelAccount { Id = origin.From.Id, Name = origin.From.Name });

    private static Activity Words(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Plain };
}
