using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;

namespace SupportBot.Dialogs.Flows;

/// <summary>
/// The guard of a partly posted settlement: what stands where is read from the platform and shown part by part. Only after that, and
/// only what is missing, may be sent.
/// </summary>
internal static class PartsFlow
{
    public static DialogOutcome Look(DialogContext dialog, string settlementId) => dialog.End(new DialogEffect.LookAtParts(settlementId));

    public static DialogOutcome Seen(DialogContext dialog, SendReport? report)
    {
        if (dialog.State.Problem is not { Finding.Cause: Cause.PartiallySent } open)
        {
            return dialog.End();
        }

        if (report is null || report.Parts.Any(p => p.Stands is null))
        {
            dialog.Say(AboutSending.CannotSeeParts(Listing.Platform(dialog.State.Platform)));
            dialog.Offer(Choice.CheckAgain);
            return dialog.End();
        }

        if (report.Parts.Any(p => p is { Stands: false, IsSent: false }))
        {
            dialog.State = dialog.State with { Guarded = report.SettlementId };
        }

        var remedy = FixFlow.NextRemedy(dialog, open.Finding) ?? dialog.Library.RemediesFor(open.Finding.Cause)[0];
        return FixFlow.Show(dialog, remedy, [open.Finding], AboutSending.Parts(dialog.Format, report));
    }

    public static IEnumerable<Choice> Choices(DialogState state) =>
        state is { Guarded: { } guarded, Subject.Id: { } subject, Sending: null } && guarded == subject ? [Choice.SendMissing] : [];
}
