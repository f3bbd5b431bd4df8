using SupportBot.Cards.Seller;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Channels.Rendering;

internal static class SettlementFormat
{
    public static SettlementFacts ToFacts(this SettlementSummary settlement, ReaderFormat format) => new(
        settlement.Id,
        settlement.Channel,
        settlement.Marketplace,
        format.Days(settlement.From, settlement.To),
        settlement.DepositedOn is { } day ? format.Day(day) : null,
        format.Amount(settlement.TotalHundredths, settlement.Currency),
        PlainWords.Status(settlement.Status),
        PlainWords.Platform(settlement.Platform));

    public static DocumentLine ToLine(this PostedDocument document, ReaderFormat format) => new(document.Number, format.Day(document.Date), document.Link);
}
