using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Language.Intents;

namespace SupportBot.Dialogs.Flows;

/// <summary>While a person or the queue has the conversation, the bot passes on what is said and is otherwise silent.</summary>
internal static class OwnedFlow
{
    private const int LongestNote = 2000;

    public static DialogOutcome Acknowledge(DialogContext dialog, DialogInput input) => input switch
    {
        DialogInput.Utterance said => Said(dialog, said),
        DialogInput.FilesReceived files => Pass(dialog, AboutTickets.SellerAddedFiles(files.Names)),
        DialogInput.FollowUpDue due when ReminderFlow.Find(dialog, due.Token) is { } reminder => ReminderFlow.LookLater(dialog, reminder),
        DialogInput.SupportActed acted => Tell(dialog, AboutWork.SupportActedMeanwhile(acted.Action)),
        DialogInput.FollowUpDue due when CaseFlow.FindAwaited(dialog, due.Token) is { } passedOn => CaseFlow.LookLater(dialog, passedOn),
        DialogInput.CaseSolved solved when dialog.State.Forwarded.LastOrDefault(c => c.Id == solved.CaseId) is { } passedOn => CaseFlow.LookLater(dialog, passedOn),
        DialogInput.CardAction press => Pressed(dialog, press),
        DialogInput.Reconnected reconnected => dialog.End(Note(dialog, AboutTickets.SellerReconnected(Listing.Platform(reconnected.Platform)))),
        _ => dialog.End(),
    };

    /// <summary>What is kept of words that may be very long.</summary>
    public static string Shortened(string text) => text.Length > LongestNote ? text[..LongestNote] : text;

    /// <summary>The answer that ends the wait stays at hand once it was offered.</summary>
    public static void OfferBot(DialogContext dialog)
    {
        if (BotIsOffered(dialog))
        {
            dialog.OfferWhileWaiting(Choice.BotBack);
        }
    }

    private static DialogOutcome Said(DialogContext dialog, DialogInput.Utterance said)
    {
        var text = said.Text;
        var wish = ChoiceTitles.Find(text) ?? SupportWords.Find(text);
        if (wish == Choice.BotBack && BotIsOffered(dialog))
        {
            return SupportFlow.LeaveQueue(dialog);
        }

        var note = AboutTickets.SellerAdded(text);
        if (wish == Choice.Transcript)
        {
            TranscriptFlow.Show(dialog);
            OfferBot(dialog);
            return dialog.End(Note(dialog, note));
        }

        if (wish == Choice.BotBack && dialog.Turn.Owner == TurnOwner.Queue)
        {
            dialog.Say(AboutSupport.BotBackLater(dialog.Turn.Support, dialog.Format));
            return dialog.End(Note(dialog, note));
        }

        // A word of thanks is passed on, but it is no reason for anybody to come back sooner than they said.
        return Pass(dialog, note, wakes: said.Understanding.Intent is not (Intent.ThanksBye or Intent.Greeting or Intent.Yes));
    }

    private static DialogOutcome Tell(DialogContext dialog, string words)
    {
        dialog.Say(words);
        return dialog.End();
    }

    private static DialogOutcome Pressed(DialogContext dialog, DialogInput.CardAction press) => dialog.Turn.Owner == TurnOwner.Agent
        ? dialog.End(Note(dialog, AboutTickets.SellerPressed))
        : CardFlow.Late(dialog, press);

    /// <summary>A person who has the case reads it in the thread: two who answer at once would be one too many.</summary>
    private static DialogOutcome Pass(DialogContext dialog, string note, bool wakes = true)
    {
        if (dialog.Turn.Owner == TurnOwner.Queue)
        {
            dialog.Say(AboutSupport.Added(dialog.Turn.TicketReference, dialog.Turn.Support, dialog.Format));
            OfferBot(dialog);
        }

        return dialog.End(Note(dialog, note, wakes));
    }

    private static bool BotIsOffered(DialogContext dialog) => dialog.State.BotOffered is { } offered && offered == dialog.Turn.TicketReference;

    private static DialogEffect.NoteOnTicket? Note(DialogContext dialog, string note, bool wakes = true) =>
        dialog.Turn.TicketReference is { } reference ? new DialogEffect.NoteOnTicket(reference, Shortened(note), wakes) : null;
}
