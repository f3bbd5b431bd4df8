using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;

namespace SupportBot.Dialogs.Flows;

/// <summary>Work that was promised and could not be done is told, whoever has the conversation.</summary>
internal static class WorkFlow
{
    public static DialogOutcome GivenUp(DialogContext dialog)
    {
        dialog.State = dialog.State with { Sending = null };
        if (dialog.Turn.HasOwner)
        {
            dialog.Say(AboutWork.GivenUpWithTicket(dialog.Turn.TicketReference));
            return dialog.End();
        }

        dialog.Say(AboutWork.GivenUp);
        dialog.Offer(Choice.CheckAccount);
        return dialog.End();
    }
}
