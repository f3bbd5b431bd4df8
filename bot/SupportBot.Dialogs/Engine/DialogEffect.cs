using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Engine;

/// <summary>What the engine asks the turn to do. Reads run at once and come back as the next input.</summary>
public abstract record DialogEffect
{
    private DialogEffect()
    {
    }

    /// <summary>Comes back as <see cref="DialogInput.DiagnosisReady"/> or <see cref="DialogInput.DiagnosisFailed"/>.</summary>
    /// <param name="MayRemember">What the platform answered a moment ago will do; never so where a problem is told, a fix is to be proven or a settlement was sent.</param>
    public sealed record Diagnose(DiagnosisScope Scope, bool MayRemember = false) : DialogEffect;

    /// <summary>Comes back as <see cref="DialogInput.SettlementsFound"/>.</summary>
    public sealed record FindSettlements(SettlementQuery Query) : DialogEffect;

    /// <summary>Comes back as <see cref="DialogInput.TicketOpened"/> or <see cref="DialogInput.TicketResumed"/>; committed with this turn's replies.</summary>
    public sealed record OpenTicket(TicketDraft Draft) : DialogEffect;

    /// <summary>Adds a line to an open ticket's history.</summary>
    /// <param name="Wakes">Whether a case that was put off is to wait for somebody again.</param>
    public sealed record NoteOnTicket(string Reference, string Note, bool Wakes = true) : DialogEffect;

    /// <summary>What the seller says at the end of a case that support had.</summary>
    /// <param name="Helped">Null where only a comment came.</param>
    public sealed record AnswerSurvey(string Reference, bool? Helped, string? Comment) : DialogEffect;

    /// <summary>The bot answers again while support keeps the case.</summary>
    public sealed record LeaveQueue : DialogEffect;

    /// <summary>
    /// The seller wants a case that is over to go on. Comes back as <see cref="DialogInput.CaseMoved"/>, or as
    /// <see cref="DialogInput.TicketResumed"/> where support has it already; committed with this turn's replies.
    /// </summary>
    public sealed record ReopenCase(string Reference) : DialogEffect;

    public sealed record RecordFeedback(string ArticleId, int ArticleVersion, bool Helpful, string? Comment) : DialogEffect;

    /// <summary>
    /// Stores what is passed on to someone else under an id that the link can carry. Comes back as <see cref="DialogInput.CaseOpened"/>; committed
    /// with this turn's replies.
    /// </summary>
    /// <param name="CaseId">The case that this problem has already: nothing is stored then.</param>
    public sealed record OpenCase(ForwardedProblem Problem, string? CaseId) : DialogEffect;

    /// <summary>Comes back as <see cref="DialogInput.CaseFound"/>.</summary>
    public sealed record FindCase(string CaseId) : DialogEffect;

    /// <summary>
    /// Work towards the outside, promised by this turn's commit and begun after it; comes back later as <see cref="DialogInput.SendNews"/>.
    /// </summary>
    /// <param name="MissingOnly">The person has seen what stands where and wants the rest.</param>
    public sealed record SendSettlement(string SettlementId, bool MissingOnly) : DialogEffect;

    /// <summary>Comes back as <see cref="DialogInput.PartsSeen"/>.</summary>
    public sealed record LookAtParts(string SettlementId) : DialogEffect;

    /// <summary>Wakes the dialog with <see cref="DialogInput.FollowUpDue"/> after real time has passed; survives a restart.</summary>
    public sealed record FollowUp(string Token, TimeSpan After) : DialogEffect;
}
