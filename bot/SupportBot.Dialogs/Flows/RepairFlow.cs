using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Language.Intents;

namespace SupportBot.Dialogs.Flows;

/// <summary>What keeps a conversation going when it leaves its path.</summary>
internal static class RepairFlow
{
    private static readonly Choice[] s_openings = [Choice.SettlementNotSending, Choice.CheckAccount];

    public static DialogOutcome Greet(DialogContext dialog)
    {
        if (!dialog.State.Greeted)
        {
            dialog.State = dialog.State with { Greeted = true };
            dialog.Say(SmallTalk.Hello(FirstName(dialog.Turn.Person.UserName)));
            dialog.Offer(s_openings);
            return dialog.End();
        }

        dialog.Say(SmallTalk.HelloAgain);
        return AnswerFlow.Resume(dialog) ?? Openings(dialog);
    }

    public static DialogOutcome StartOver(DialogContext dialog)
    {
        var tried = dialog.State.TriedSteps;
        dialog.StartAfresh();
        dialog.State = dialog.State with { TriedSteps = tried, Sending = null };
        dialog.Say(SmallTalk.StartedOver);
        return Openings(dialog);
    }

    public static DialogOutcome Cancel(DialogContext dialog)
    {
        dialog.Leave();
        dialog.Say(SmallTalk.Cancelled);
        return Openings(dialog);
    }

    /// <summary>A second "what does that mean?" gets the same words and the offer of a person.</summary>
    public static DialogOutcome Clarify(DialogContext dialog)
    {
        var before = dialog.State.Offered;
        var again = before.Count > 0 && !before.Contains(Choice.Explain) && dialog.State.Explanation is not null;
        dialog.Say(Listing.Paragraphs(dialog.State.Explanation ?? SmallTalk.WhatIDo, again ? SmallTalk.MoreExplanation : null));
        dialog.Offer(before.Count > 0 ? before.Where(c => c != Choice.Explain) : s_openings);
        return dialog.End();
    }

    public static DialogOutcome ThanksOrBye(DialogContext dialog)
    {
        dialog.Say(SmallTalk.Welcome);
        return dialog.State.WaitingFor == Waiting.Send ? FeedbackFlow.AskNow(dialog) ?? dialog.End() : AnswerFlow.Resume(dialog) ?? dialog.End();
    }

    public static DialogOutcome NotUnderstood(DialogContext dialog)
    {
        dialog.State = dialog.State with { NotUnderstood = dialog.State.NotUnderstood + 1 };
        if (dialog.State.NotUnderstood >= 2)
        {
            dialog.Say(SmallTalk.NotUnderstoodAgain);
            dialog.Offer([Choice.Person, .. dialog.State.Offered.Count > 0 ? dialog.State.Offered : s_openings]);
            return dialog.End();
        }

        var answer = dialog.Library.AnswerFor(Intent.OutOfScope)?.Answer;
        dialog.Say(answer?.Text ?? SmallTalk.WhatIDo);
        return AnswerFlow.Resume(dialog) ?? Openings(dialog);
    }

    public static DialogOutcome FilesReceived(DialogContext dialog, IReadOnlyList<string> names)
    {
        dialog.Say(SmallTalk.FilesKept(names));
        dialog.OfferAgain(s_openings);
        return dialog.End();
    }

    public static DialogOutcome TooManySteps(DialogContext dialog)
    {
        dialog.Say(SmallTalk.TooLong);
        dialog.Offer(Choice.CheckAgain);
        return dialog.End();
    }

    public static DialogOutcome Openings(DialogContext dialog)
    {
        dialog.Offer(s_openings);
        return dialog.End();
    }

    private static string FirstName(string userName) => userName.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
}
