using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>"Tell me when it changes": looks by itself and speaks once, when something changed or when the time is over.</summary>
internal static class ReminderFlow
{
    private const int MostReminders = 5;

    public static Reminder? Find(DialogContext dialog, string? token) => dialog.State.Reminders.FirstOrDefault(r => r.Token == token);

    /// <summary>What there is to press about the problem under discussion.</summary>
    public static IEnumerable<Choice> Choices(DialogContext dialog) =>
        dialog.State.Problem is not { } open ? []
        : dialog.State.Reminders.Any(r => r.Problem.Key == open.Key) ? [Choice.DontTellMe]
        : [Choice.TellMe];

    public static DialogOutcome Start(DialogContext dialog)
    {
        var state = dialog.State;
        if (state.Problem is not { } open || open.Finding.Cause == Cause.AlreadySent)
        {
            dialog.Say(AboutWaiting.NothingToWaitFor);
            dialog.OfferAgain(Choice.CheckAccount);
            return dialog.End();
        }

        if (state.Reminders.FirstOrDefault(r => r.Problem.Key == open.Key) is { } known)
        {
            dialog.Say(AboutWaiting.AlreadyLooking(Until(dialog, known)));
            return Offer(dialog);
        }

        var scope = open.Finding.SettlementId is { } id ? new DiagnosisScope(id) : state.Scope;
        var reminder = new Reminder(dialog.NextId("reminder"), open, scope, open.Finding.WaitUntil);
        dialog.State = dialog.State with { Reminders = [.. state.Reminders.TakeLast(MostReminders - 1), reminder] };
        dialog.Say(AboutWaiting.WillTell(Until(dialog, reminder)));
        Offer(dialog);
        return Schedule(dialog, reminder);
    }

    /// <summary>All of them: who says "don't tell me" rarely knows how many there are.</summary>
    public static DialogOutcome Cancel(DialogContext dialog)
    {
        dialog.Say(dialog.State.Reminders.Count > 0 ? AboutWaiting.WillNotTell : AboutWaiting.NothingToCancel);
        dialog.State = dialog.State with { Reminders = [] };
        return Offer(dialog);
    }

    public static DialogOutcome Due(DialogContext dialog, Reminder reminder)
    {
        dialog.State = dialog.State with { Looking = reminder.Token, Purpose = Purpose.Reminder };
        return dialog.End(new DialogEffect.Diagnose(reminder.Scope));
    }

    public static DialogOutcome Looked(DialogContext dialog, AccountReport report)
    {
        if (Find(dialog, dialog.State.Looking) is not { } reminder)
        {
            return dialog.End();
        }

        if (HasChanged(dialog, report.Diagnosis, reminder.Problem))
        {
            return Speak(dialog, report, reminder, AboutWaiting.Changed);
        }

        var timeIsOver = reminder.Until is { } until && dialog.Turn.Now.UtcDateTime > until;
        return !timeIsOver && !IsLastLook(dialog, reminder) ? LookLater(dialog, reminder)
            : report.Diagnosis.Findings.Any(f => ProblemKey.Of(f) == reminder.Problem.Key) ? Speak(dialog, report, reminder, AboutWaiting.TimeIsOver)
            : Speak(dialog, report, reminder, AboutWaiting.NotKnown);
    }

    public static DialogOutcome CouldNotLook(DialogContext dialog)
    {
        if (Find(dialog, dialog.State.Looking) is not { } reminder)
        {
            return dialog.End();
        }

        if (!IsLastLook(dialog, reminder))
        {
            return LookLater(dialog, reminder);
        }

        Forget(dialog, reminder);
        dialog.Say(AboutWaiting.NotKnown);
        return Offer(dialog);
    }

    public static DialogOutcome LookLater(DialogContext dialog, Reminder reminder)
    {
        var next = reminder with { Token = dialog.NextId("reminder"), Looks = reminder.Looks + 1 };
        dialog.State = dialog.State with { Reminders = [.. dialog.State.Reminders.Where(r => r.Token != reminder.Token), next] };
        return Schedule(dialog, next);
    }

    /// <summary>Without a look left the reminder ends in silence only where a person owns the conversation.</summary>
    private static DialogOutcome Schedule(DialogContext dialog, Reminder reminder) =>
        reminder.NextLook(dialog.Turn.Now.UtcDateTime) is { } after
            ? dialog.End(new DialogEffect.FollowUp(reminder.Token, after))
            : dialog.End();

    /// <summary>Gone from the findings counts only if the check that would find it ran.</summary>
    private static bool HasChanged(DialogContext dialog, Diagnosis diagnosis, OpenProblem open)
    {
        if (diagnosis.Findings.Any(f => ProblemKey.Of(f) == open.Key))
        {
            return false;
        }

        var name = dialog.Library.Find(open.ArticleId)?.FindStep(open.StepId)?.Check;
        return diagnosis.Checks.FirstOrDefault(c => c.Check == name) is { } check
            ? check.Outcome != CheckOutcome.Unknown
            : diagnosis.RootCause != Cause.CouldNotCheck;
    }

    private static DialogOutcome Speak(DialogContext dialog, AccountReport report, Reminder reminder, string lead)
    {
        Forget(dialog, reminder);
        if (!IsBusyWithAnother(dialog.State, reminder.Problem.Key))
        {
            dialog.State = dialog.State with { Scope = reminder.Scope };
            return ProblemFlow.Present(dialog, report, lead);
        }

        var root = report.Diagnosis.Root;
        var headline = ProblemWords.For(dialog, [root]).In(dialog.Library.RemediesFor(root.Cause)[0].Step.Headline);
        dialog.Say(Listing.Paragraphs(lead, report.Subject is { } subject ? AboutProblems.ThisIs(dialog.Format.Settlement(subject)) : null, headline + "."));
        dialog.OfferAgain(Choice.CheckAccount);
        return dialog.End();
    }

    private static bool IsLastLook(DialogContext dialog, Reminder reminder) =>
        (reminder with { Looks = reminder.Looks + 1 }).NextLook(dialog.Turn.Now.UtcDateTime) is null;

    private static void Forget(DialogContext dialog, Reminder reminder) =>
        dialog.State = dialog.State with { Reminders = [.. dialog.State.Reminders.Where(r => r.Token != reminder.Token)] };

    /// <summary>News must not take away the form or the fix that a person is at.</summary>
    private static bool IsBusyWithAnother(DialogState state, string key) =>
        state.WaitingFor is Waiting.Ticket or Waiting.TicketField or Waiting.Settlement
        || (state.WaitingFor is Waiting.Fix or Waiting.Send && state.Problem?.Key != key);

    private static string? Until(DialogContext dialog, Reminder reminder) =>
        reminder.Until is { } until && until > dialog.Turn.Now.UtcDateTime ? dialog.Format.Until(until) : null;

    private static DialogOutcome Offer(DialogContext dialog)
    {
        if (dialog.State.WaitingFor is Waiting.Time or Waiting.Nothing)
        {
            dialog.Offer([Choice.CheckAgain, .. Choices(dialog), .. ProblemFlow.OtherSettlement(dialog)]);
        }
        else
        {
            dialog.OfferAgain(Choice.CheckAgain);
        }

        return dialog.End();
    }
}
