using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Flows;

/// <summary>Asks once per article and conversation whether it helped.</summary>
internal static class FeedbackFlow
{
    public static DialogOutcome Ask(DialogContext dialog, Article article, IEnumerable<Choice> beside)
    {
        if (dialog.State.FeedbackAsked.Contains(article.Id))
        {
            dialog.Offer(beside);
            return dialog.End();
        }

        dialog.State = dialog.State with
        {
            Feedback = new FeedbackQuestion(article.Id, article.Version),
            FeedbackAsked = [.. dialog.State.FeedbackAsked, article.Id],
        };
        dialog.Say(SmallTalk.FeedbackQuestion);
        dialog.Offer([Choice.Yes, Choice.No, .. beside]);
        return dialog.End();
    }

    public static DialogOutcome Answered(DialogContext dialog, FeedbackQuestion question, bool helpful)
    {
        dialog.State = dialog.State with { Feedback = null };
        var stillToSend = dialog.State.WaitingFor == Waiting.Send;
        dialog.Say(!helpful ? SmallTalk.FeedbackSorry
            : stillToSend ? Listing.Paragraphs(SmallTalk.FeedbackThanks, SmallTalk.TellWhenSent)
            : SmallTalk.FeedbackThanks);
        if (!helpful || stillToSend)
        {
            dialog.Offer(stillToSend ? FixFlow.Choices(dialog) : [Choice.CheckAgain]);
        }

        return dialog.End(new DialogEffect.RecordFeedback(question.ArticleId, question.ArticleVersion, helpful, null));
    }
}
