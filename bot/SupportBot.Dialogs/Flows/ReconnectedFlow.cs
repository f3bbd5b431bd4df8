using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Flows;

/// <summary>The seller has approved the connection anew on the platform's page: looks again without being told.</summary>
internal static class ReconnectedFlow
{
    public static DialogOutcome Noticed(DialogContext dialog, DialogInput.Reconnected reconnected)
    {
        var brand = Listing.Platform(reconnected.Platform);
        if (IsWaitedFor(dialog.State, dialog.Library, reconnected.ConnectionId))
        {
            TriedSteps.NoteOpenFix(dialog);
            dialog.Say(AboutProblems.ReconnectSeen(brand));
            return RecheckFlow.Start(dialog);
        }

        dialog.Say(AboutProblems.ConnectionIsBack(brand));
        dialog.OfferAgain(Choice.CheckAccount);
        return dialog.End();
    }

    private static bool IsWaitedFor(DialogState state, ArticleLibrary library, string connectionId) =>
        state is { WaitingFor: Waiting.Fix or Waiting.Time, Problem: { } open, Draft: null }
        && state.ConnectionId == connectionId
        && library.Find(open.ArticleId)?.FindStep(open.StepId) is { Reconnects: true };
}
