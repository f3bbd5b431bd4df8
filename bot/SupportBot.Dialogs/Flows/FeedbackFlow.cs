using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Flows;

/// <summary>Asks once per article and conversation whether it helped, when the matter has come to its end.</summary>
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

    /// <summary>The way is clear, but the settlement is not sent yet: asks when it is, or when the person does not want it sent now.</summary>
    public static DialogOutcome AskLater(DialogContext dialog, Article article, IEnumerable<Choice> beside)
    {
        dialog.State = dialog.State with { FeedbackLater = new FeedbackQuestion(article.Id, article.Version) };
        dialog.Offer([.. beside, Choice.NotNow]);
        return dialog.End();
    }

    /// <summary>Null where there is nothing that was to be asked later, or nothing to ask any more.</summary>
    public static DialogOutcome? AskNow(DialogContext dialog)
    {
        var article = dialog.State.FeedbackLater is { } later ? dialog.Library.Find(later.ArticleId) : null;
        dialog.State = dialog.State with { FeedbackLater = null };
        return article is null || dialog.State.FeedbackAsked.Contains(article.Id) ? null : Ask(dialog, article, SendFlow.Choices(dialog.State));
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
