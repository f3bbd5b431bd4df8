using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns.Desk;

/// <summary>
/// Something that an agent did about a ticket. It goes through the inbox of the seller's conversation, so that agents and the seller
/// take their turns one after another.
/// </summary>
/// <param name="Reference">The ticket; a channel knows it from where the agent did it.</param>
/// <param name="By">Vouched for by the channel.</param>
/// <param name="Verb">One of <see cref="AgentVerb"/>.</param>
public sealed record AgentAct(string Reference, SupportAgent By, string Verb)
{
    private const string Name = "supportbot/agent";

    /// <summary>The status number that the pressed card showed.</summary>
    public int? Shown { get; init; }

    /// <summary>Of <see cref="AgentVerb.Assign"/>.</summary>
    public SupportAgent? To { get; init; }

    /// <summary>Of <see cref="AgentVerb.Snooze"/>; product clock.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Of <see cref="AgentVerb.Resolve"/>: one of <see cref="TicketOutcome"/>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Of <see cref="AgentVerb.Resolve"/>; for colleagues.</summary>
    public string? Comment { get; init; }

    /// <summary>Of <see cref="AgentVerb.AnswerAnyway"/>: the key of the answer that waits.</summary>
    public string? Message { get; init; }

    /// <summary>Of <see cref="AgentVerb.Answer"/>: files that came with it and could not be fetched.</summary>
    public IReadOnlyList<string> LostFiles { get; init; } = [];

    /// <param name="key">The channel's own name for it: the same again changes nothing.</param>
    /// <param name="text">Of an answer: the agent's words.</param>
    /// <param name="attachments">Of an answer; they point at <paramref name="files"/>.</param>
    internal InboundEvent ToEvent(string conversationId, string key, string? text, IReadOnlyList<Attachment>? attachments, IReadOnlyList<StoredFile>? files) => new(
        conversationId,
        key,
        new Activity
        {
            Type = ActivityTypes.Event,
            Name = Name,
            From = BotActivities.Bot,
            Text = text,
            Attachments = attachments,
            Value = JsonSerializer.SerializeToElement(this, AgentActJson.Default.AgentAct),
        },
        files);

    /// <summary>Null for any other activity, and for one that a person claims to be this.</summary>
    internal static AgentAct? Read(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: Name, From.Role: "bot", Value: { } value } ? value.Deserialize(AgentActJson.Default.AgentAct) : null;
}

public static class AgentVerb
{
    public const string Claim = "claim";
    public const string Assign = "assign";
    public const string Return = "return";
    public const string Snooze = "snooze";
    public const string Resolve = "resolve";
    public const string Reopen = "reopen";

    /// <summary>Words for the seller.</summary>
    public const string Answer = "answer";

    /// <summary>Reopens the case for an answer that was given after its end, and gives it.</summary>
    public const string AnswerAnyway = "answer-anyway";
}

[JsonSerializable(typeof(AgentAct))]
internal sealed partial class AgentActJson : JsonSerializerContext;
