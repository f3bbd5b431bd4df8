using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;
using SupportBot.Language;

namespace SupportBot.Dialogs.Engine;

/// <summary>What happened: something a person did, or what came of an effect that the engine asked for.</summary>
public abstract record DialogInput
{
    private DialogInput()
    {
    }

    /// <summary>The conversation was opened (Direct Line's conversationUpdate); the greeting's cue, once per conversation.</summary>
    public sealed record Started : DialogInput;

    /// <summary>Words, and what they were understood to mean.</summary>
    public sealed record Utterance(string Text, Understanding Understanding) : DialogInput;

    /// <summary>A button on a card.</summary>
    /// <param name="CardId">The id the card was shown with; a late or repeated press is told by it.</param>
    public sealed record CardAction(string Verb, string CardId, IReadOnlyDictionary<string, string> Values) : DialogInput;

    /// <summary>Files came without (or beside) words.</summary>
    public sealed record FilesReceived(IReadOnlyList<string> Names) : DialogInput;

    public sealed record DiagnosisReady(AccountReport Report) : DialogInput;

    /// <summary>The account itself could not be looked at (our own database or the check run failed).</summary>
    public sealed record DiagnosisFailed : DialogInput;

    public sealed record SettlementsFound(SettlementQuery Query, SettlementMatches Matches) : DialogInput;

    /// <summary>The ticket is part of this turn's commit, so it may be promised.</summary>
    /// <param name="Earlier">The reference of the case before it.</param>
    public sealed record TicketOpened(string Reference, string? Earlier = null) : DialogInput;

    /// <summary>Instead of <see cref="TicketOpened"/>: support has a case of this conversation already, and that one goes on.</summary>
    /// <param name="AgentName">The first name of whoever has it; null: it waits.</param>
    public sealed record TicketResumed(string Reference, string? AgentName) : DialogInput;

    /// <summary>Instead of <see cref="Started"/>: the conversation was opened with the link of a forwarded case.</summary>
    public sealed record CaseRequested(string CaseId) : DialogInput;

    /// <param name="Problem">Null where the person's account has no such case.</param>
    /// <param name="From">Who passed it on.</param>
    public sealed record CaseFound(string CaseId, ForwardedProblem? Problem, string? From) : DialogInput;

    /// <summary>The case is part of this turn's commit.</summary>
    /// <param name="Link">Opens the case for whoever signs in as themselves; null where it is not known on which page the chat stands.</param>
    public sealed record CaseOpened(string CaseId, ForwardedProblem Problem, string? Link) : DialogInput;

    /// <summary>In another conversation a check passed for a case that was passed on from this one.</summary>
    public sealed record CaseSolved(string CaseId) : DialogInput;

    /// <summary>The seller has approved the connection anew on the platform's own page, and it works.</summary>
    /// <param name="Platform"><c>xero</c> or <c>quickbooks</c>.</param>
    public sealed record Reconnected(string Platform, string ConnectionId) : DialogInput;

    /// <summary>A follow-up that the engine scheduled has come due.</summary>
    public sealed record FollowUpDue(string Token) : DialogInput;

    /// <summary>How a sending that the engine asked for is getting on, or what came of it.</summary>
    /// <param name="WorkId">The same for all news of one sending.</param>
    public sealed record SendNews(string WorkId, SendReport Report) : DialogInput;

    /// <summary>What stands where of a settlement, read from the platform; null when it could not even be asked for.</summary>
    public sealed record PartsSeen(SendReport? Report) : DialogInput;

    /// <summary>Support has mended what only support can, and handed the conversation back.</summary>
    /// <param name="Action"><c>reconnect-channel</c>, <c>rerun-vat</c> or <c>reset-settlement</c>.</param>
    public sealed record SupportActed(string Action, string? SettlementId) : DialogInput;

    /// <summary>Support did something with the case.</summary>
    /// <param name="AgentName">The first name of whoever did it, or now has it.</param>
    /// <param name="Until">Of <see cref="CaseStep.PutOff"/>.</param>
    public sealed record CaseMoved(CaseStep Step, string Reference, string AgentName, DateTimeOffset? Until = null) : DialogInput;

    /// <summary>The seller has waited for longer than was said.</summary>
    /// <param name="AgentName">Who has the case; null: nobody has taken it.</param>
    public sealed record NobodyAnswered(string Reference, string? AgentName) : DialogInput;

    /// <summary>Something that was promised to this conversation could not be done, however often it was tried.</summary>
    public sealed record WorkGivenUp(string Kind) : DialogInput;
}

public enum CaseStep
{
    /// <summary>Somebody has taken it, or taken it over.</summary>
    Taken,

    /// <summary>Somebody has taken it with an answer, which follows.</summary>
    TakenByAnswer,

    /// <summary>Whoever has it has answered.</summary>
    Answered,

    /// <summary>The bot answers again.</summary>
    Returned,
    PutOff,
    Resolved,
    Reopened,
}
