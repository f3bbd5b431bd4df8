using SupportBot.Language.Text;

namespace SupportBot.Language.Entities;

/// <summary>Finds the sales channel that somebody means: one of the seller's own by name, else the words that name one.</summary>
internal sealed class ChannelReader(Countries countries)
{
    private const string And = "and";

    private static readonly HashSet<string> s_regions = ["eu", "europe", "na", "uk"];
    private static readonly HashSet<string> s_nouns = ["store", "shop", "channel", "account"];

    /// <param name="names">The seller's channels; empty where the seller is unknown.</param>
    public string? Find(Utterance utterance, IReadOnlyList<string> names, IReadOnlyList<MarketplaceMention> marketplaces) =>
        names.Count == 0 ? Written(utterance, marketplaces) : Known(utterance, names, marketplaces);

    private string? Known(Utterance utterance, IReadOnlyList<string> names, IReadOnlyList<MarketplaceMention> marketplaces)
    {
        var words = Canonical(utterance.Tokens);
        var found = names
            .Select(name => (Name: name, Tokens: Canonical([.. Tokenizer.Tokenize(name).Where(t => t != And)])))
            .Select(n => (n.Name, n.Tokens, At: IndexOf(words, n.Tokens)))
            .Where(n => n.At >= 0)
            .OrderBy(n => marketplaces.Any(m => m.SaidToWork && m.FirstWord < n.At + n.Tokens.Count && n.At < m.EndWord))
            .ThenByDescending(n => n.Tokens.Count)
            .Select(n => n.Name)
            .FirstOrDefault();
        return found ?? OnlyOneOf(names, marketplaces);
    }

    /// <summary>"My Shopify store" is "Shopify AU" where the seller has no other Shopify channel.</summary>
    private static string? OnlyOneOf(IReadOnlyList<string> names, IReadOnlyList<MarketplaceMention> marketplaces)
    {
        // A country picks a marketplace, and a channel may hold many: then the marketplace says it better.
        if (marketplaces.FirstOrDefault(m => !m.SaidToWork) is not { } mention || mention.Name?.StartsWith("Amazon.", StringComparison.Ordinal) == true)
        {
            return null;
        }

        var kind = mention.Name ?? "Amazon";
        var candidates = names.Where(n => n.Contains(kind, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    private string? Written(Utterance utterance, IReadOnlyList<MarketplaceMention> marketplaces)
    {
        foreach (var mention in marketplaces.OrderBy(m => m.SaidToWork))
        {
            var end = mention.EndWord;
            var isAmazonCountry = mention.Name?.StartsWith("Amazon.", StringComparison.Ordinal) == true;
            if (!isAmazonCountry && end < utterance.Words.Count && IsRegion(utterance, end))
            {
                end++;
            }
            else if (isAmazonCountry ? end - mention.FirstWord < 2 : !(end < utterance.Words.Count && s_nouns.Contains(utterance.Words[end].Value)))
            {
                continue;
            }

            var written = utterance.Text[utterance.Words[mention.FirstWord].Start..utterance.Words[end - 1].End];
            // "Amazon.de" is a marketplace and not the name of a channel.
            if (!written.Contains('.', StringComparison.Ordinal))
            {
                return written;
            }
        }

        return null;
    }

    private bool IsRegion(Utterance utterance, int index)
    {
        var word = utterance.Words[index];
        return s_regions.Contains(word.Value)
            || countries.Name(utterance.Words, index, out _) is not null
            || (countries.Code(word.Value) is not null && (!Countries.IsEveryday(word.Value) || char.IsUpper(utterance.Text[word.Start])));
    }

    /// <summary>Words under which "AU" meets "Australia", "amz" meets "Amazon".</summary>
    private List<string> Canonical(IReadOnlyList<string> tokens) =>
    [
        .. tokens.Select(token => token switch
        {
            "amz" or "amzn" => "amazon",
            "europe" or "european" => "eu",
            _ => countries.Code(token) ?? countries.Name([new Word(token, 0, 0)], 0, out _) ?? token,
        }),
    ];

    /// <summary>"Oak and Iron" is also found as "Oak &amp; Iron", where the sign is no word, and the other way round.</summary>
    private static int IndexOf(List<string> words, List<string> name)
    {
        for (var start = 0; name.Count > 0 && start + name.Count <= words.Count; start++)
        {
            var (at, found) = (start, 0);
            while (found < name.Count && at < words.Count)
            {
                if (Similar(words[at], name[found]))
                {
                    found++;
                }
                else if (found == 0 || words[at] != And)
                {
                    break;
                }

                at++;
            }

            if (found == name.Count)
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>The same but for one slip in a longer word.</summary>
    private static bool Similar(string written, string word) =>
        written == word || (word.Length >= 5 && Math.Abs(written.Length - word.Length) <= 1 && FuzzySharp.Levenshtein.EditDistance(written, word) <= 1);
}
