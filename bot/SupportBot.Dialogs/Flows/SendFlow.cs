using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;

namespace SupportBot.Dialogs.Flows;

/// <summary>Sends a settlement for the person: after a fresh look, once, and only called sent when the platform has it.</summary>
internal static class SendFlow
{
    /// <summary>Something is known to be sendable, and no ticket is being filled in (where "send it" means the ticket).</summary>
    public static bool CanBeAsked(DialogState state) =>
        state is { Subject: not null, Draft: null } && state.WaitingFor is not (Waiting.Ticket or Waiting.TicketField);

    public static IEnumerable<Choice> Choices(DialogState state) =>
        state is { WaitingFor: Waiting.Send, Subject: { } subject, Sending: null } && state.Unsent.Any(s => s.Id == subject.Id) ? [Choice.SendNow] : [];

    /// <summary>The account may have changed since it was looked at, in another window or by another person.</summary>
    public static DialogOutcome Start(DialogContext dialog) => dialog.State switch
    {
        { Subject: null } => dialog.Diagnose(Purpose.Problem, DiagnosisScope.Everything),
        { Subject: { } subject, Sending: { } sending } when sending == subject.Id => OnItsWay(dialog),
        { Subject: { } subject } => dialog.Diagnose(Purpose.Send, new DiagnosisScope(subject.Id)),
    };

    public static DialogOutcome Looked(DialogContext dialog, AccountReport report)
    {
        var root = report.Diagnosis.Root;
        if (root.Cause == Cause.NothingFound && report.Subject is { } subject && report.Unsent.Any(s => s.Id == subject.Id))
        {
            dialog.Remember(report);
            return Begin(dialog, subject, missingOnly: false);
        }

        return ProblemFlow.Present(dialog, report, root.Cause is Cause.AlreadySent ? null : AboutSending.NotNow);
    }

    /// <summary>The answer to the list of what stands where; without that list, the list comes first.</summary>
    public static DialogOutcome SendMissing(DialogContext dialog) =>
        dialog.State is { Guarded: { } guarded, Subject: { } subject, Sending: null } && guarded == subject.Id
            ? Begin(dialog, subject, missingOnly: true)
            : Start(dialog);

    public static DialogOutcome News(DialogContext dialog, DialogInput.SendNews news)
    {
        var report = news.Report;
        if (report.Result == SendResult.UnderWay)
        {
            dialog.Show(new Reply.Say { Text = AboutSending.Progress(dialog.Format, report), UpdateKey = $"send-{news.WorkId}" });
            return Unchanged(dialog);
        }

        dialog.State = dialog.State with { Sending = dialog.State.Sending == report.SettlementId ? null : dialog.State.Sending };
        ShowResult(dialog, report);
        if (dialog.Turn.HasOwner)
        {
            return dialog.End();
        }

        if (report.Result is SendResult.Sent or SendResult.AlreadySent)
        {
            dialog.State = dialog.State with { Unsent = [.. dialog.State.Unsent.Where(s => s.Id != report.SettlementId)] };
        }

        return report.Result is SendResult.Sent or SendResult.AlreadySent
            ? Arrived(dialog)
            : dialog.Diagnose(Purpose.Problem, new DiagnosisScope(report.SettlementId));
    }

    private static void ShowResult(DialogContext dialog, SendReport report)
    {
        var words = AboutSending.Result(dialog.Format, report);
        if (report.Result is not (SendResult.Sent or SendResult.AlreadySent) || report.Parts.All(p => p.Link is null))
        {
            dialog.Say(words);
            return;
        }

        dialog.Show(new Reply.ShowDocuments
        {
            Text = words,
            Brief = AboutSending.Result(dialog.Format, report, withLinks: false),
            Platform = report.Platform,
            Documents = [.. report.Parts.Select(p => new PostedDocument(p.Number, p.Date, p.Link))],
        });
    }

    private static DialogOutcome Begin(DialogContext dialog, SettlementSummary subject, bool missingOnly)
    {
        dialog.RetireCard();
        dialog.State = dialog.State with
        {
            WaitingFor = Waiting.Sending,
            Sending = subject.Id,
            Guarded = null,
            Feedback = null,
            Scope = new DiagnosisScope(subject.Id),
        };
        dialog.Say(AboutSending.Started(dialog.Format.Settlement(subject), Listing.Platform(dialog.State.Platform)));
        dialog.Offer();
        return dialog.End(new DialogEffect.SendSettlement(subject.Id, missingOnly));
    }

    /// <summary>The person does not want it sent now; that the way is clear stays true.</summary>
    public static DialogOutcome Declined(DialogContext dialog)
    {
        dialog.Say(AboutSending.Declined);
        return FeedbackFlow.AskNow(dialog) ?? Offer(dialog);
    }

    private static DialogOutcome Offer(DialogContext dialog)
    {
        dialog.Offer(FixFlow.Choices(dialog));
        return dialog.End();
    }

    private static DialogOutcome OnItsWay(DialogContext dialog)
    {
        dialog.Say(AboutSending.OnItsWay);
        dialog.Offer(Choice.CheckAgain);
        return dialog.End();
    }

    private static DialogOutcome Arrived(DialogContext dialog)
    {
        var article = dialog.Library.Find(dialog.State.FeedbackLater?.ArticleId ?? "") ?? dialog.Library.RemediesFor(Cause.AlreadySent)[0].Article;
        var others = ProblemFlow.OtherSettlement(dialog).ToList();
        dialog.Leave();
        dialog.Conclude(Ending.Verified);
        return FeedbackFlow.Ask(dialog, article, others);
    }

    /// <summary>Progress comes between whatever else is being talked about.</summary>
    private static DialogOutcome Unchanged(DialogContext dialog)
    {
        var offered = dialog.State.Offered;
        var outcome = dialog.End();
        return outcome with { State = outcome.State with { Offered = offered } };
    }
}
