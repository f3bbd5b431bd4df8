using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Protocol.Activities;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns.Tickets;

/// <summary>A look at a ticket at a later time: an event in its conversation's inbox, so that it survives a restart.</summary>
/// <param name="StatusNumber">Nothing happens when the ticket has moved on by then.</param>
/// <param name="SetAt">Real time; an agent who has answered since was not silent.</param>
internal sealed record TicketWatch(string Reference, TicketWatchKind Kind, int StatusNumber, DateTime SetAt)
{
    private const string Name = "supportbot/ticket-watch";

    /// <param name="after">Real time: a product clock that stands still would never get there.</param>
    public NewEvent ToEvent(string conversationId, TimeSpan after) => NewEvent.From(
        new InboundEvent(
            conversationId,
            $"watch:{Reference}:{Kind}:{SetAt.Ticks}",
            new Activity { Type = ActivityTypes.Event, Name = Name, From = BotActivities.Bot, Value = JsonSerializer.SerializeToElement(this, TicketWatchJson.Default.TicketWatch) }),
        SetAt + after);

    /// <summary>Null for any other activity, and for one that a person claims to be this.</summary>
    public static TicketWatch? Read(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: Name, From.Role: "bot", Value: { } value } ? value.Deserialize(TicketWatchJson.Default.TicketWatch) : null;
}

[JsonConverter(typeof(JsonStringEnumConverter<TicketWatchKind>))]
internal enum TicketWatchKind
{
    /// <summary>Nobody has taken it: the channel is reminded.</summary>
    Unclaimed,

    /// <summary>Still nobody: whoever is on call is called.</summary>
    OnCall,

    /// <summary>Nobody has answered the seller, who may go on with the bot.</summary>
    BotBack,

    /// <summary>Whoever has it has not answered the seller: it is offered to the others.</summary>
    Silent,

    /// <summary>It was put off until now.</summary>
    Snoozed,

    /// <summary>It may not have reached the team.</summary>
    Undelivered,
}

[JsonSerializable(typeof(TicketWatch))]
internal sealed partial class TicketWatchJson : JsonSerializerContext;
