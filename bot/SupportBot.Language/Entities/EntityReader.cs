using SupportBot.Language.Entities.Dates;
using SupportBot.Language.Text;

namespace SupportBot.Language.Entities;

/// <summary>Everything that a text names.</summary>
internal sealed class EntityReader
{
    private readonly PlatformReader _platforms = new();
    private readonly MarketplaceReader _marketplaces = new();
    private readonly ChannelReader _channels;

    public EntityReader() => _channels = new ChannelReader(_marketplaces.Countries);

    /// <param name="dates">Every day that the text names, wherever it stands.</param>
    public EntitySet Read(Utterance utterance, FoundError? error, UtteranceContext context, out IReadOnlyList<DateMention> dates)
    {
        dates = DateReader.Find(utterance, DateOnly.FromDateTime(context.Now.UtcDateTime), context.Locale);
        if (error is { Intent: not null })
        {
            // "… cannot be before the period lock date, currently set at 31 March": not the settlement's day.
            var errorEnd = error.Start + error.Text.Length;
            dates = [.. dates.Where(d => d.Start >= errorEnd || d.End <= error.Start)];
        }

        var days = dates.FirstOrDefault(d => d.IsRange) ?? (dates.Count > 0 ? dates[0] : null);
        var marketplaces = _marketplaces.Find(utterance);
        return new EntitySet
        {
            ChannelText = _channels.Find(utterance, context.ChannelNames, marketplaces),
            Marketplace = MarketplaceReader.Meant(marketplaces)?.Name,
            Platform = _platforms.Find(utterance.Tokens),
            Date = days is { IsRange: false } ? days.From : null,
            DateFrom = days is { IsRange: true } ? days.From : null,
            DateTo = days is { IsRange: true } ? days.To : null,
            SettlementId = SettlementIdReader.Find(utterance.Text, dates),
            ErrorText = error?.Text,
        };
    }
}
