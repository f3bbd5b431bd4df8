using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Flows;

/// <summary>Answers a question that needs no look at the account, and goes back to what was under way.</summary>
internal static class AnswerFlow
{
    public static DialogOutcome Answer(DialogContext dialog, Article article, ArticleAnswer answer)
    {
        var platform = new Dictionary<string, string>(Placeholders.InGeneral)
        {
            [Placeholders.Platform] = Listing.Platform(dialog.State.Platform),
        };
        string Words(string text) => Placeholders.Fill(text, platform);
        IReadOnlyList<string> instructions = [.. answer.Instructions?.For(dialog.State.Platform).Select(Words) ?? []];
        var note = answer.Note is null ? null : Words(answer.Note);
        dialog.Show(instructions.Count == 0
            ? new Reply.Say { Text = Words(answer.Text) }
            : new Reply.ShowFix
            {
                Text = Listing.Paragraphs(Words(answer.Text), Listing.Numbered(instructions), note),
                Brief = Words(answer.Text),
                Title = Words(answer.Title),
                Instructions = instructions,
                Note = note,
                HelpPath = $"/help/{article.Id}#{answer.Anchor}",
            });
        dialog.State = dialog.State with { Explanation = Words(answer.Explain) };
        return Resume(dialog) ?? FeedbackFlow.Ask(dialog, article, []);
    }

    /// <summary>Reminds of what was interrupted; null where nothing was.</summary>
    public static DialogOutcome? Resume(DialogContext dialog)
    {
        var state = dialog.State;
        if (state.Draft is not null && state.WaitingFor is Waiting.Ticket or Waiting.TicketField)
        {
            return TicketFlow.Remind(dialog);
        }

        if (state is { WaitingFor: Waiting.Fix or Waiting.Send, Problem: { } open }
            && dialog.Library.Find(open.ArticleId)?.FindStep(open.StepId) is { } step)
        {
            dialog.Say(SmallTalk.WaitingForFix(ProblemWords.For(dialog, [open.Finding]).In(step.Title)));
            dialog.Offer(FixFlow.Choices(dialog));
            return dialog.End();
        }

        return null;
    }
}
