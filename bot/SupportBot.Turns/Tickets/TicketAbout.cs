using SupportBot.Dialogs.Results;

namespace SupportBot.Turns.Tickets;

/// <summary>A draft in a line, where it does not become a ticket of its own.</summary>
internal static class TicketAbout
{
    public static string Of(TicketDraft draft)
    {
        string?[] facts =
        [
            draft.Reason,
            draft.SalesChannel,
            draft.Marketplace,
            draft.SettlementId,
            draft.AlsoSettlements.Count > 0 ? $"also {string.Join(", ", draft.AlsoSettlements)}" : null,
            (draft.SettlementFrom, draft.SettlementTo ?? draft.SettlementDate) switch
            {
                ({ } from, { } to) => $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}",
                (null, { } day) => $"{day:yyyy-MM-dd}",
                _ => null,
            },
            draft.ErrorText is { } error ? $"error: {error}" : null,
            draft.TriedSteps.Count > 0 ? $"already tried: {string.Join(", ", draft.TriedSteps)}" : null,
            draft.Comment is { } comment ? $"comment: {comment}" : null,
        ];
        return string.Join("; ", facts.Where(fact => !string.IsNullOrWhiteSpace(fact)));
    }
}
