using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>Fills an article's texts with what a problem is about.</summary>
internal sealed class ProblemWords
{
    private readonly Dictionary<string, string> _words;
    private readonly string? _until;

    private ProblemWords(Dictionary<string, string> words, string? until)
    {
        _words = words;
        _until = until;
    }

    public static ProblemWords For(DialogContext dialog, IReadOnlyList<Finding> problem)
    {
        var state = dialog.State;
        var first = problem[0];
        var words = new Dictionary<string, string>
        {
            [Placeholders.Platform] = Listing.Platform(state.Platform),
            [Placeholders.Channel] = first.Channel ?? state.Subject?.Channel ?? "this sales channel",
            [Placeholders.Marketplace] = Named(first.Marketplace) ?? Named(state.Subject?.Marketplace) ?? "this marketplace",
            [Placeholders.Category] = Categories(problem),
        };
        var until = first.WaitUntil is { } moment && moment > dialog.Turn.Now.UtcDateTime ? dialog.Format.Until(moment) : null;
        if (until is not null)
        {
            words[Placeholders.Until] = until;
        }

        return new ProblemWords(words, until);
    }

    public string In(string text) => Placeholders.Fill(text, _words);

    public string? Optional(string? text) => text is null ? null : In(text);

    /// <summary>The step's message, with the date where it is known.</summary>
    public string? Message(ArticleStep step) => Optional(_until is not null ? step.MessageUntil ?? step.Message : step.Message);

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;

    private static string Categories(IReadOnlyList<Finding> problem)
    {
        var categories = problem.SelectMany(CategoriesOf).Distinct().Select(c => $"'{c}'").ToList();
        return categories.Count == 0 ? "this category" : Listing.Of(categories);
    }

    /// <summary>Facts name a category in quotes; where nothing was posted before there is no suggestion to name it.</summary>
    private static IEnumerable<string> CategoriesOf(Finding finding)
    {
        if (finding.Cause is not (Cause.MappingMissing or Cause.MappingArchived or Cause.TaxRateInvalid))
        {
            yield break;
        }

        if (finding.Suggestion is { } suggestion)
        {
            yield return suggestion.Category;
            yield break;
        }

        foreach (var fact in finding.Evidence.Select(e => e.Fact))
        {
            var start = fact.IndexOf('\'');
            var end = fact.EndsWith('\'') ? fact.Length - 1 : fact.IndexOf('\'', start + 1);
            if (start >= 0 && end > start + 1)
            {
                yield return fact[(start + 1)..end];
            }
        }
    }
}
