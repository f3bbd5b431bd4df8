using System.Globalization;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Flows;

/// <summary>Puts what a person changed on the ticket card into the draft. Nothing is taken over that cannot be read.</summary>
internal static class TicketEdits
{
    private const string Comment = "comment";

    /// <summary>Sent by whoever sends all fields: what is not among them was emptied.</summary>
    private const string Whole = "whole";
    private const int LongestName = 200;
    private const int LongestText = 2000;

    public static (TicketDraft Draft, IReadOnlyList<string> Errors) Apply(
        TicketDraft draft, IReadOnlyDictionary<string, string> values, IReadOnlyList<string> needed)
    {
        var errors = new List<string>();
        var edited = draft with
        {
            SalesChannel = Text(values, TicketField.SalesChannel, draft.SalesChannel, LongestName, errors),
            Marketplace = Text(values, TicketField.Marketplace, draft.Marketplace, LongestName, errors),
            ErrorText = Text(values, TicketField.ErrorText, draft.ErrorText, LongestText, errors),
            Comment = Text(values, Comment, draft.Comment, LongestText, errors),
            SettlementDate = Date(values, TicketField.SettlementDate, draft.SettlementDate, errors),
            SettlementFrom = Date(values, TicketField.SettlementFrom, draft.SettlementFrom, errors),
            SettlementTo = Date(values, TicketField.SettlementTo, draft.SettlementTo, errors),
        };
        edited = AgreeOnDate(edited, draft, values);
        if (edited is { SettlementFrom: { } from, SettlementTo: { } to } && to < from)
        {
            errors.Add(AboutTickets.EndBeforeStart);
        }

        // What was known before may not be lost by emptying its field; what never was known has been asked for already.
        errors.AddRange(needed.Where(f => TicketDrafts.IsEmpty(edited, f) && !TicketDrafts.IsEmpty(draft, f) && errors.Count == 0).Select(AboutTickets.Needed));
        return (edited, errors);
    }

    /// <summary>A settlement's date is its last day, and a card may show either: the one that was changed counts.</summary>
    private static TicketDraft AgreeOnDate(TicketDraft edited, TicketDraft before, IReadOnlyDictionary<string, string> values) =>
        values.ContainsKey(TicketField.SettlementTo) && edited.SettlementTo != before.SettlementTo && edited.SettlementDate == before.SettlementDate
            ? edited with { SettlementDate = edited.SettlementTo }
            : edited;

    private static string? Text(IReadOnlyDictionary<string, string> values, string field, string? before, int most, List<string> errors)
    {
        if (!values.TryGetValue(field, out var text))
        {
            return values.ContainsKey(Whole) ? null : before;
        }

        if (text.Trim().Length > most)
        {
            errors.Add(AboutTickets.TooLong(field, most));
            return before;
        }

        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static DateOnly? Date(IReadOnlyDictionary<string, string> values, string field, DateOnly? before, List<string> errors)
    {
        if (!values.TryGetValue(field, out var text))
        {
            return before;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        errors.Add(AboutTickets.NotADate(field));
        return before;
    }
}
