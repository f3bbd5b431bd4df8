using SupportBot.Knowledge.Diagnoses;
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
    public sealed record TicketOpened(string Reference) : DialogInput;

    /// <summary>A follow-up that the engine scheduled has come due.</summary>
    public sealed record FollowUpDue(string Token) : DialogInput;

    /// <summary>Something that was promised to this conversation could not be done, however often it was tried.</summary>
    public sealed record WorkGivenUp(string Kind) : DialogInput;
}
