using System.Diagnostics;
using SupportBot.Dialogs.Flows;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Engine;

/// <summary>
/// Decides what to say and what to do next. Pure: the same state, input and turn always give the same outcome, and nothing
/// happens until the caller runs the effect and hands its result back as the next input.
/// </summary>
public sealed class DialogEngine
{
    /// <summary>The longest useful chain is four inputs (words, settlements, diagnosis, ticket).</summary>
    public const int MostStepsInATurn = 6;

    private readonly ArticleLibrary _library;

    public DialogEngine(ArticleLibrary library) => _library = library;

    public DialogOutcome Decide(DialogState state, DialogInput input, DialogTurn turn)
    {
        var dialog = new DialogContext(Begin(state, input), turn, _library);
        if (input is DialogInput.TicketOpened opened)
        {
            return TicketFlow.Opened(dialog, opened);
        }

        if (input is DialogInput.TicketResumed resumed)
        {
            return TicketFlow.Resumed(dialog, resumed);
        }

        if (input is DialogInput.WorkGivenUp)
        {
            return WorkFlow.GivenUp(dialog);
        }

        if (input is DialogInput.SendNews news)
        {
            return SendFlow.News(dialog, news);
        }

        if (input is DialogInput.CaseMoved moved)
        {
            return SupportFlow.Moved(dialog, moved);
        }

        if (input is DialogInput.NobodyAnswered waited)
        {
            return SupportFlow.NobodyAnswered(dialog, waited);
        }

        if (turn.HasOwner)
        {
            return OwnedFlow.Acknowledge(dialog, input);
        }

        if (dialog.State.StepsInTurn > MostStepsInATurn)
        {
            return RepairFlow.TooManySteps(dialog);
        }

        if (IsFromPerson(input))
        {
            ApologiseForRestart(dialog);
        }

        return input switch
        {
            DialogInput.Started => dialog.State.Greeted ? dialog.End() : RepairFlow.Greet(dialog),
            DialogInput.Utterance said => UtteranceFlow.Said(dialog, said),
            DialogInput.CardAction press => CardFlow.Pressed(dialog, press),
            DialogInput.FilesReceived files => RepairFlow.FilesReceived(dialog, files.Names),
            DialogInput.DiagnosisReady ready => Looked(dialog, ready),
            DialogInput.DiagnosisFailed => CouldNotLook(dialog),
            DialogInput.SettlementsFound found => SettlementFlow.Found(dialog, found.Query, found.Matches),
            DialogInput.SupportActed acted => SupportFlow.Acted(dialog, acted),
            DialogInput.PartsSeen seen => PartsFlow.Seen(dialog, seen.Report),
            DialogInput.FollowUpDue due => Due(dialog, due.Token),
            DialogInput.CaseRequested request => CaseFlow.Requested(dialog, request.CaseId),
            DialogInput.CaseFound found => CaseFlow.Found(dialog, found),
            DialogInput.CaseOpened passedOn => ForwardFlow.Show(dialog, passedOn),
            DialogInput.CaseSolved solved => CaseFlow.SolvedElsewhere(dialog, solved.CaseId),
            DialogInput.Reconnected reconnected => ReconnectedFlow.Noticed(dialog, reconnected),
            _ => throw new UnreachableException(),
        };
    }

    private static DialogOutcome Due(DialogContext dialog, string token) =>
        ReminderFlow.Find(dialog, token) is { } reminder ? ReminderFlow.Due(dialog, reminder)
        : CaseFlow.FindAwaited(dialog, token) is { } passedOn ? CaseFlow.SolvedElsewhere(dialog, passedOn.Id)
        : FollowUpFlow.Due(dialog, token);

    private static DialogOutcome Looked(DialogContext dialog, DialogInput.DiagnosisReady ready) => dialog.State.Purpose switch
    {
        Purpose.Problem => ProblemFlow.Present(dialog, ready.Report),
        Purpose.Recheck or Purpose.Again => RecheckFlow.Looked(dialog, ready.Report),
        Purpose.Person => HandoffFlow.Looked(dialog, ready.Report),
        Purpose.Choice => SettlementFlow.Looked(dialog, ready.Report),
        Purpose.Send => SendFlow.Looked(dialog, ready.Report),
        Purpose.FollowUp => FollowUpFlow.Looked(dialog, ready.Report),
        Purpose.Reminder => ReminderFlow.Looked(dialog, ready.Report),
        Purpose.Case => CaseFlow.Looked(dialog, ready.Report),
        Purpose.CaseNews => CaseFlow.LookedAtNews(dialog, ready.Report),
        _ => throw new UnreachableException(),
    };

    private static DialogOutcome CouldNotLook(DialogContext dialog) => dialog.State.Purpose switch
    {
        Purpose.Person => HandoffFlow.CouldNotLook(dialog),
        Purpose.Reminder => ReminderFlow.CouldNotLook(dialog),
        Purpose.CaseNews => CaseFlow.CouldNotLookAtNews(dialog),
        _ => FollowUpFlow.CouldNotLook(dialog),
    };

    /// <summary>Whatever a person does takes the place of a follow-up that has not spoken yet.</summary>
    private static DialogState Begin(DialogState state, DialogInput input) => input switch
    {
        DialogInput.Utterance or DialogInput.CardAction or DialogInput.Reconnected => state with { StepsInTurn = 1, FollowUp = null },
        DialogInput.Started or DialogInput.CaseRequested or DialogInput.FilesReceived or DialogInput.FollowUpDue or DialogInput.CaseSolved
            or DialogInput.SendNews or DialogInput.SupportActed or DialogInput.CaseMoved or DialogInput.NobodyAnswered or DialogInput.WorkGivenUp => state with { StepsInTurn = 1 },
        _ => state with { StepsInTurn = state.StepsInTurn + 1 },
    };

    private static bool IsFromPerson(DialogInput input) => input is DialogInput.Utterance or DialogInput.CardAction;

    private static void ApologiseForRestart(DialogContext dialog)
    {
        if (dialog.State.Restarted)
        {
            dialog.State = dialog.State with { Restarted = false };
            dialog.Say(SmallTalk.Restarted);
        }
    }
}
