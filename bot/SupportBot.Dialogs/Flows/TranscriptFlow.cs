using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;

namespace SupportBot.Dialogs.Flows;

/// <summary>The conversation to keep, at any time.</summary>
internal static class TranscriptFlow
{
    public static DialogOutcome Give(DialogContext dialog)
    {
        Show(dialog);
        dialog.OfferAgain(Choice.CheckAccount);
        return dialog.End();
    }

    public static void Show(DialogContext dialog) => dialog.Show(new Reply.ShowTranscript
    {
        Text = AboutSupport.Transcript,
        IfUnavailable = AboutSupport.NoTranscript,
    });
}
