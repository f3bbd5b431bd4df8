using System.Globalization;
using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;

namespace SupportBot.Dialogs.Flows;

/// <summary>Finds the settlement that a person names, or lets them pick one.</summary>
internal static class SettlementFlow
{
    private const int MostOffered = 8;

    public static DialogOutcome Find(DialogContext dialog, EntitySet entities, Purpose purpose = Purpose.Problem)
    {
        dialog.State = dialog.State with { Purpose = purpose };
        return dialog.End(new DialogEffect.FindSettlements(new SettlementQuery
        {
            SettlementId = entities.SettlementId,
            ChannelText = entities.ChannelText,
            Marketplace = entities.Marketplace,
            Date = entities.Date,
            DateFrom = entities.DateFrom,
            DateTo = entities.DateTo,
        }));
    }

    public static DialogOutcome Found(DialogContext dialog, SettlementQuery query, SettlementMatches matches)
    {
        var fitting = Fitting(query, matches.Settlements);
        if (dialog.State.Purpose == Purpose.Person)
        {
            return dialog.Diagnose(Purpose.Person, fitting.Count == 1 ? new DiagnosisScope(fitting[0].Id) : new DiagnosisScope(Channel: matches.Channel), closer: true);
        }

        if (fitting.Count == 1)
        {
            return Look(dialog, fitting[0].Id);
        }

        if (matches.Channel is { } channel && NamesOnlyChannel(query))
        {
            dialog.Leave();
            return dialog.Diagnose(Purpose.Problem, new DiagnosisScope(Channel: channel), closer: true);
        }

        if (fitting.Count > 1)
        {
            return Choose(dialog, fitting, AboutProblems.SeveralFit(fitting.Count));
        }

        dialog.Say(AboutProblems.NotFound(Named(dialog, query)));
        return Offer(dialog);
    }

    /// <summary>Lists the unsent settlements, from memory or after a look.</summary>
    public static DialogOutcome Offer(DialogContext dialog) => dialog.State.Unsent switch
    {
        [] => dialog.Diagnose(Purpose.Choice, DiagnosisScope.Everything, closer: true),
        [var only] => Look(dialog, only.Id),
        var several => Choose(dialog, several, AboutProblems.PickOne),
    };

    public static DialogOutcome Looked(DialogContext dialog, AccountReport report)
    {
        if (report.Unsent.Count == 1)
        {
            return ProblemFlow.Present(dialog, report, AboutProblems.OnlyOne);
        }

        dialog.Remember(report);
        if (dialog.State.Unsent.Count > 0)
        {
            return Choose(dialog, dialog.State.Unsent, AboutProblems.PickOne);
        }

        dialog.Say(AboutProblems.NoUnsent);
        dialog.Offer(Choice.CheckAccount);
        return dialog.End();
    }

    public static DialogOutcome Look(DialogContext dialog, string settlementId)
    {
        dialog.Leave();
        return dialog.Diagnose(Purpose.Problem, new DiagnosisScope(settlementId), closer: true);
    }

    /// <summary>A typed number picks from the list that is open.</summary>
    public static string? PickedByNumber(DialogState state, string text) =>
        state is { WaitingFor: Waiting.Settlement, Card: { } card }
        && int.TryParse(text.Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= card.SettlementIds.Count
            ? card.SettlementIds[number - 1]
            : null;

    private static DialogOutcome Choose(DialogContext dialog, IReadOnlyList<SettlementSummary> settlements, string question)
    {
        IReadOnlyList<SettlementSummary> offered = [.. settlements.Take(MostOffered)];
        dialog.Leave();
        var card = dialog.NextId("card");
        dialog.OpenCard(card, CardVerbs.PickSettlement, offered.Select(s => s.Id));
        dialog.State = dialog.State with { WaitingFor = Waiting.Settlement, Explanation = AboutProblems.WhyPick };
        dialog.Show(new Reply.ChooseSettlement
        {
            Text = Listing.Paragraphs(question, Listing.Numbered([.. offered.Select(dialog.Format.Settlement)])),
            Brief = question,
            CardId = card,
            Settlements = offered,
        });
        dialog.Offer(Choice.CheckAccount);
        return dialog.End();
    }

    /// <summary>Those whose dates are the very ones that were named, else those not sent yet, else all.</summary>
    private static IReadOnlyList<SettlementSummary> Fitting(SettlementQuery query, IReadOnlyList<SettlementSummary> settlements)
    {
        var exact = settlements.Where(s => HasDatesOf(s, query)).ToList();
        var candidates = exact.Count > 0 ? exact : settlements;
        var unsent = candidates.Where(s => !IsSent(s)).ToList();
        return unsent.Count > 0 ? unsent : candidates;
    }

    private static bool HasDatesOf(SettlementSummary settlement, SettlementQuery query) => query switch
    {
        { DateFrom: { } from, DateTo: { } to } => settlement.From == from && settlement.To == to,
        { Date: { } day } => settlement.To == day,
        _ => false,
    };

    private static bool IsSent(SettlementSummary settlement) => settlement.Status is "sent" or "posted";

    private static bool NamesOnlyChannel(SettlementQuery query) =>
        query is { SettlementId: null, Marketplace: null, Date: null, DateFrom: null, DateTo: null };

    private static string? Named(DialogContext dialog, SettlementQuery query)
    {
        var dates = query switch
        {
            { DateFrom: { } from, DateTo: { } to } => dialog.Format.Days(from, to),
            { Date: { } day } => dialog.Format.Day(day),
            { DateFrom: { } from } => dialog.Format.Day(from),
            _ => null,
        };
        List<string> parts = [.. new[] { query.SettlementId, query.ChannelText, query.Marketplace, dates }.OfType<string>().Distinct()];
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}
