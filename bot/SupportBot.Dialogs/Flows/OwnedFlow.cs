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
        DialogInput.SupportActed acted => Tell(dialog, AboutWork.SupportActed(acted.Action)),
        DialogInput.FollowUpDue due when CaseFlow.FindAwaited(dialog, due.Token) is { } passedOn => CaseFlow.LookLater(dialog, passedOn),
        DialogInput.CaseSolved solved when dialog.State.Forwarded.LastOrDefault(c => c.Id == solved.CaseId) is { } passedOn => CaseFlow.LookLater(dialog, passedOn),
        DialogInput.CardAction press => CardFlow.Late(dialog, press),
        DialogInput.Reconnected reconnected => dialog.End(Note(dialog, AboutTickets.SellerReconnected(Listing.Platform(reconnected.Platform)))),
        _ => dialog.End(),
    };

    private static DialogOutcome Tell(DialogContext dialog, string words)
    {
        dialog.Say(words);
        return dialog.End();
    }

    /// <summary>A person who has the case reads it in the thread: two who answer at once would be one too many.</summary>
    private static DialogOutcome Pass(DialogContext dialog, string note)
    {
        if (dialog.Turn.Owner == TurnOwner.Queue)
        {
            dialog.Say(SmallTalk.AddedToTicket(dialog.Turn.TicketReference));
        }

        return dialog.End(Note(dialog, note));
    }

    private static DialogEffect.NoteOnTicket? Note(DialogContext dialog, string note) => dialog.Turn.TicketReference is { } reference
        ? new DialogEffect.NoteOnTicket(reference, note.Length > LongestNote ? note[..LongestNote] : note)
        : null;
}
