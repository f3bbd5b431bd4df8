using System.Text.Json;

namespace SupportBot.Cards.Agents;

/// <summary>
/// The live record of a ticket in the support team's channel. Teams refuses messages of more than about 28 KB, the envelope
/// included, so a card that would come near that tells less.
/// </summary>
public static class AgentTicketCard
{
    private const int MostBytes = 24 * 1024;

    public static AdaptiveCard Create(TicketFacts facts)
    {
        var cards = CardDepth.All.Select(depth => Create(facts, depth)).ToList();
        return cards.Find(Fits) ?? cards[^1];
    }

    private static bool Fits(AdaptiveCard card) => JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.AdaptiveCard).Length <= MostBytes;

    private static AdaptiveCard Create(TicketFacts facts, CardDepth depth)
    {
        var sections = new TicketSections(facts, depth);
        var buttons = new TicketButtons(facts, depth);
        return new AdaptiveCard
        {
            FallbackText = CardText.Clean(string.Join('\n', Words(facts, depth)), depth.Long * 4),
            Speak = $"Ticket {facts.Reference}: {depth.Line(facts.Headline)}. {depth.Label(facts.StatusText)}.",
            Body = [sections.Top(), .. buttons.Lifecycle(), .. sections.Facts(), .. sections.Evidence(), .. sections.Details(), .. buttons.Support()],
        };
    }

    private static IEnumerable<string> Words(TicketFacts facts, CardDepth depth)
    {
        yield return $"{facts.Reference}: {depth.Line(facts.Headline)}";
        yield return depth.Label(facts.StatusText);
        if (facts.AskedOfSupport is { } asked)
        {
            yield return asked;
        }

        if (facts.ConversationPage is { } page)
        {
            yield return page.AbsoluteUri;
        }

        foreach (var fact in depth.First(facts.Seller).Concat(depth.First(facts.Settlement)))
        {
            yield return fact.AsText;
        }

        foreach (var line in depth.First([.. facts.Evidence.Select(line => line.AsText)]))
        {
            yield return line;
        }
    }
}
