using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>A note for the person who can make the fix, with a link to the same case; the conversation waits for news meanwhile.</summary>
internal static class ForwardFlow
{
    private const int MostCases = 10;

    /// <summary>Not in Link My Books, or not with everybody's rights: whoever chats may well not be the one.</summary>
    public static IEnumerable<Choice> Choices(Finding finding) => finding.FixedBy is FixedBy.Owner or FixedBy.Accounting ? [Choice.PassOn] : [];

    /// <summary>True where the person's role in Link My Books is known and does not allow the step.</summary>
    public static bool IsBeyond(string role, ArticleStep step, Finding finding) =>
        finding.FixedBy is FixedBy.User or FixedBy.Owner && Role.All.Contains(role) && !step.Roles.Contains(role);

    public static DialogOutcome Start(DialogContext dialog)
    {
        var state = dialog.State;
        if (state.WaitingFor != Waiting.Fix || state.Problem is not { } open)
        {
            dialog.Say(AboutForwarding.NothingToPassOn);
            dialog.OfferAgain(Choice.CheckAccount);
            return dialog.End();
        }

        var known = state.Forwarded.LastOrDefault(c => c.Content.Problem.Key == open.Key && c.Content.Problem.StepId == open.StepId);
        return dialog.End(new DialogEffect.OpenCase(new ForwardedProblem(open, state.Scope, state.Platform), known?.Id));
    }

    public static DialogOutcome Show(DialogContext dialog, DialogInput.CaseOpened opened)
    {
        var remembered = new KnownCase(opened.CaseId, opened.Problem);
        dialog.State = dialog.State with { Forwarded = [.. dialog.State.Forwarded.Where(c => c.Id != opened.CaseId).TakeLast(MostCases - 1), remembered] };
        var note = Note(dialog, opened);
        dialog.Show(new Reply.ShowNote
        {
            Text = Listing.Paragraphs(AboutForwarding.Introduction, note, AboutForwarding.ComeBack),
            Brief = Listing.Paragraphs(AboutForwarding.Introduction, AboutForwarding.ComeBack),
            CardId = dialog.NextId("card"),
            Note = note,
        });
        dialog.Offer([Choice.Done, Choice.Explain, .. ProblemFlow.OtherSettlement(dialog)]);
        return dialog.End();
    }

    private static string Note(DialogContext dialog, DialogInput.CaseOpened opened)
    {
        var open = opened.Problem.Problem;
        var problem = dialog.State.Diagnosis is { } diagnosis && ProblemKey.Together(diagnosis, open.Finding) is { Count: > 0 } all ? all : [open.Finding];
        var step = dialog.Library.Find(open.ArticleId)?.FindStep(open.StepId) ?? dialog.Library.RemediesFor(open.Finding.Cause)[0].Step;
        var words = ProblemWords.For(dialog, problem);
        var subject = dialog.State.Subject;
        return Listing.Paragraphs(
            AboutForwarding.Request(dialog.Turn.Person.SellerName),
            AboutForwarding.WhatIsWrong(words.In(step.Headline), subject is null ? null : dialog.Format.Settlement(subject)),
            AboutForwarding.Seen(Evidence(problem, ReaderFormat.For(dialog.Turn.Person.Locale))),
            AboutForwarding.ToDo(words.In(step.Title)) + "\n" + Listing.Numbered([.. step.Instructions?.For(dialog.State.Platform).Select(words.In) ?? []]),
            words.Optional(step.Note),
            opened.Link is { } link ? AboutForwarding.Link(link) : null,
            dialog.Turn.Person.UserName);
    }

    /// <param name="format">Of no time zone: whoever reads the note may live in another than whoever passes it on.</param>
    private static IEnumerable<string> Evidence(IReadOnlyList<Finding> problem, ReaderFormat format) => problem
        .SelectMany(f => f.Evidence)
        .Select(e => $"{format.Fact(e.Fact)} ({format.Moment(e.At)})")
        .Distinct();
}
