using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;

namespace SupportBot.Dialogs.Flows;

/// <summary>While a person or the queue has the conversation, the bot passes on what is said and is otherwise silent.</summary>
internal static class OwnedFlow
{
    private const int LongestNote = 2000;

    public static DialogOutcome Acknowledge(DialogContext dialog, DialogInput input) => input switch
    {
        DialogInput.Utterance said => Pass(dialog, AboutTickets.SellerAdded(said.Text)),
        DialogInput.FilesReceived files => Pass(dialog, AboutTickets.SellerAddedFiles(files.Names)),
        DialogInput.FollowUpDue due when ReminderFlow.Find(dialog, due.Token) is { } reminder => ReminderFlow.LookLater(dialog, reminder),
        DialogInput.CardAction press => CardFlow.Late(dialog, press),
        _ => dialog.End(),
    };

    private static DialogOutcome Pass(DialogContext dialog, string note)
    {
        var reference = dialog.Turn.TicketReference;
        dialog.Say(SmallTalk.AddedToTicket(reference));
        return dialog.End(reference is null
            ? null
            : new DialogEffect.NoteOnTicket(reference, note.Length > LongestNote ? note[..LongestNote] : note));
    }
}
