using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Language.Intents;

namespace SupportBot.Dialogs.Flows;

/// <summary>At the end of a case: did it help, and is there anything to add. Each is asked once; whoever moves on is not held up.</summary>
internal static class SurveyFlow
{
    private const int MostWordsOfAnAnswer = 4;

    public static DialogOutcome Ask(DialogContext dialog, DialogInput.CaseMoved closed)
    {
        dialog.State = dialog.State with { Survey = new CaseSurvey(closed.Reference) };
        dialog.Say(AboutSupport.Resolved(closed.AgentName, closed.Reference));
        dialog.Offer(Choice.Yes, Choice.No, Choice.Transcript);
        return dialog.End();
    }

    /// <summary>Words that comment on the case; null for anything that is about something else.</summary>
    public static DialogOutcome? Heard(DialogContext dialog, DialogInput.Utterance said) => dialog.State.Survey is not { } survey ? null
        : said.Understanding.Intent switch
        {
            Intent.OutOfScope => Commented(dialog, survey, said.Text),
            Intent.ThanksBye when IsMore(said.Text) => Commented(dialog, survey, said.Text),
            Intent.Yes or Intent.No when survey.Helped is not null && IsMore(said.Text) => Commented(dialog, survey, said.Text),
            _ => null,
        };

    public static DialogOutcome Yes(DialogContext dialog, CaseSurvey survey)
    {
        if (survey.Helped is null)
        {
            return Answered(dialog, survey, true);
        }

        dialog.Say(AboutSupport.PleaseComment);
        return dialog.End();
    }

    public static DialogOutcome No(DialogContext dialog, CaseSurvey survey)
    {
        if (survey.Helped is null)
        {
            return Answered(dialog, survey, false);
        }

        dialog.State = dialog.State with { Survey = null };
        dialog.Say(SmallTalk.AllRight);
        dialog.OfferAgain(Choice.CheckAccount);
        return dialog.End();
    }

    private static DialogOutcome Answered(DialogContext dialog, CaseSurvey survey, bool helped)
    {
        dialog.State = dialog.State with { Survey = survey with { Helped = helped } };
        dialog.Say(helped ? AboutSupport.Helped : AboutSupport.DidNotHelp);
        dialog.Offer(helped ? [Choice.Transcript] : [Choice.ReopenCase, Choice.Transcript]);
        return dialog.End(new DialogEffect.AnswerSurvey(survey.Reference, helped, null));
    }

    private static DialogOutcome Commented(DialogContext dialog, CaseSurvey survey, string text)
    {
        dialog.State = dialog.State with { Survey = null };
        dialog.Say(AboutSupport.CommentKept);
        dialog.Offer(survey.Helped == false ? [Choice.ReopenCase, Choice.Transcript, Choice.CheckAccount] : [Choice.Transcript, Choice.CheckAccount]);
        return dialog.End(new DialogEffect.AnswerSurvey(survey.Reference, null, OwnedFlow.Shortened(text)));
    }

    /// <summary>Than a bare yes, no or thank you.</summary>
    private static bool IsMore(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWordsOfAnAnswer;
}
