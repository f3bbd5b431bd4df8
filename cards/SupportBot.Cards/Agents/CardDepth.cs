using System.Globalization;
using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Agents;

/// <summary>How much of a ticket its card tells: all that people read, and less where that would be too large to send.</summary>
/// <param name="Facts">The most facts in a group.</param>
/// <param name="Lines">The most lines in a section.</param>
/// <param name="Agents">The most agents to choose from.</param>
/// <param name="Short">The longest fact.</param>
/// <param name="Long">The longest line.</param>
internal sealed record CardDepth(int Facts, int Lines, int Agents, int Short, int Long)
{
    /// <summary>The first that fits is used. The last fits whatever the words are.</summary>
    public static IReadOnlyList<CardDepth> All { get; } = [new(10, 8, 20, 200, 400), new(8, 4, 12, 100, 160), new(6, 2, 8, 50, 80), new(4, 1, 4, 25, 40)];

    public string Line(string words) => CardText.OneLine(words, Long);

    public string Label(string words) => CardText.OneLine(words, Short);

    /// <summary>The first lines, and how many there are besides.</summary>
    public IEnumerable<string> First(IReadOnlyList<string> lines) =>
        lines.Take(Lines).Select(Line).Concat(lines.Count > Lines ? [AndMore(lines.Count - Lines)] : []);

    public IEnumerable<Fact> First(IReadOnlyList<Fact> facts) =>
        facts.Take(Facts)
            .Select(fact => new Fact(CardText.OneLine(fact.Name, 30), Label(fact.Value)))
            .Concat(facts.Count > Facts ? [new Fact("", AndMore(facts.Count - Facts))] : []);

    public static string AndMore(int count) => string.Create(CultureInfo.InvariantCulture, $"and {count} more");
}
