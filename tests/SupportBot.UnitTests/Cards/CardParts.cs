using SupportBot.Cards;
using SupportBot.Cards.Elements;

namespace SupportBot.UnitTests.Cards;

/// <summary>All that is in a card, however deep.</summary>
internal static class CardParts
{
    public static IEnumerable<CardElement> Elements(this AdaptiveCard card) =>
        Deep(card.Body).Concat(card.AllActions().OfType<ShowCardAction>().SelectMany(action => Deep(action.Card.Body)));

    public static IEnumerable<CardAction> AllActions(this AdaptiveCard card) =>
        Deep(card.Body).OfType<ActionSet>().SelectMany(set => set.Actions).Concat(card.Actions ?? [])
            .SelectMany(action => action is ShowCardAction form ? form.Card.Actions.Prepend(form) : [action]);

    public static IEnumerable<string> Titles(this IEnumerable<CardAction> actions) => actions.Select(action => action.Title);

    private static IEnumerable<CardElement> Deep(IEnumerable<CardElement> elements) =>
        elements.SelectMany(element => Children(element).Prepend(element));

    private static IEnumerable<CardElement> Children(CardElement element) => element switch
    {
        Container container => Deep(container.Items),
        ColumnSet set => set.Columns.SelectMany(column => Deep(column.Items)),
        _ => [],
    };
}
