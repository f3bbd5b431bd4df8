using SupportBot.Cards.Actions;
using SupportBot.Cards.Facts;
using SupportBot.Cards.Seller;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;

namespace SupportBot.Channels.Rendering;

internal static class TicketFormat
{
    public static TicketForm ToForm(this Reply.ConfirmTicket reply, ReaderFormat format)
    {
        var draft = reply.Draft;
        return new TicketForm
        {
            CardId = reply.CardId,
            Reason = PlainWords.Reason(draft.Reason),
            SettlementId = draft.SettlementId,
            AlsoSettlements = draft.AlsoSettlements,
            SalesChannel = draft.SalesChannel,
            Marketplace = draft.Marketplace,
            AsksForRange = draft.SettlementFrom is not null
                || reply.Missing.Contains(TicketFields.SettlementFrom)
                || reply.Missing.Contains(TicketFields.SettlementTo),
            Date = draft.SettlementDate,
            From = draft.SettlementFrom,
            To = draft.SettlementTo ?? (draft.SettlementFrom is null ? null : draft.SettlementDate),
            ErrorText = draft.ErrorText,
            Comment = draft.Comment,
            Missing = reply.Missing,
            Evidence = Seen(draft, format),
            Tried = Tried(draft),
        };
    }

    public static IReadOnlyList<Fact> ToFacts(this TicketDraft draft, ReaderFormat format)
    {
        var dates = draft switch
        {
            { SettlementFrom: { } from, SettlementTo: { } to } => format.Days(from, to),
            { SettlementDate: { } day } => format.Day(day),
            _ => null,
        };
        (string Name, string? Value)[] lines =
        [
            ("About", PlainWords.Reason(draft.Reason)),
            ("Sales channel", draft.SalesChannel),
            ("Marketplace", draft.Marketplace),
            ("Settlement", draft.SettlementId),
            ("Also", string.Join(", ", draft.AlsoSettlements)),
            ("Dates", dates),
            ("Error", draft.ErrorText),
            ("What I saw", Lines(Seen(draft, format))),
            ("Already tried", Lines(Tried(draft))),
            ("Your comment", draft.Comment),
        ];
        return [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => new Fact(line.Name, line.Value!))];
    }

    private static IReadOnlyList<string> Seen(TicketDraft draft, ReaderFormat format) =>
        draft.Diagnosis is { } diagnosis ? [.. diagnosis.Root.Evidence.Select(evidence => format.Fact(evidence.Fact))] : [];

    private static IReadOnlyList<string> Tried(TicketDraft draft) => [.. draft.TriedSteps.Select(PlainWords.Capital)];

    private static string Lines(IReadOnlyList<string> lines) => string.Join('\n', lines);
}
