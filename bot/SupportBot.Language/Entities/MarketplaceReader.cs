using SupportBot.Language.Text;

namespace SupportBot.Language.Entities;

/// <summary>Finds marketplaces by the names people give them: "amazon germany", "the german one", ".de", "amz uk", "my etsy shop".</summary>
internal sealed class MarketplaceReader
{
    private const int Nearby = 4;

    private static readonly HashSet<string> s_amazon = ["amazon", "amz", "amzn", "amazn", "ammazon"];
    private static readonly HashSet<string> s_between = ["co", "com", "marketplace", "eu", "europe", "in", "store"];

    private static readonly HashSet<string> s_nouns =
    [
        "one", "ones", "marketplace", "marketplaces", "market", "settlement", "settlements", "payout", "payouts", "statement", "statements",
        "store", "shop", "site", "channel", "account", "deposit", "side", "amazon",
    ];

    private static readonly HashSet<string> s_leadingTo = ["for", "of", "from", "in", "on"];
    private static readonly HashSet<string> s_works = ["fine", "ok", "okay", "works", "working", "normally", "good", "well", "alright"];
    private static readonly HashSet<string> s_not = ["not", "isnt", "doesnt", "dont", "wont", "but", "nothing", "never", "cant", "hasnt", "except"];

    private readonly Countries _countries = new();
    private readonly (string Name, WordingSet Words)[] _others =
        [.. Data.Read("marketplaces.yaml").Select(m => (m.Key, new WordingSet(m.Value)))];

    public Countries Countries => _countries;

    /// <summary>In the order of the text.</summary>
    public List<MarketplaceMention> Find(Utterance utterance)
    {
        var mentions = Amazon(utterance).Concat(Others(utterance)).ToList();
        if (mentions.Count == 0)
        {
            mentions.AddRange(CountryAlone(utterance));
        }

        return [.. mentions
            .OrderBy(m => m.FirstWord)
            .Select(m => m with { SaidToWork = WorksAt(utterance.Words, m.EndWord) })];
    }

    /// <summary>The one that the person is about: the first that is not said to work.</summary>
    public static MarketplaceMention? Meant(IReadOnlyList<MarketplaceMention> mentions) =>
        mentions.FirstOrDefault(m => m is { Name: not null, SaidToWork: false })
        ?? mentions.FirstOrDefault(m => m.Name is not null);

    private IEnumerable<MarketplaceMention> Amazon(Utterance utterance)
    {
        var words = utterance.Words;
        var anywhere = new Lazy<MarketplaceMention?>(() => CountryAlone(utterance, needsContext: false).FirstOrDefault());
        for (var i = 0; i < words.Count; i++)
        {
            if (!s_amazon.Contains(words[i].Value))
            {
                continue;
            }

            if (CountryAfter(utterance, i + 1, out var end) is { } after)
            {
                yield return new MarketplaceMention($"Amazon.{after}", i, end, false);
                i = end - 1;
            }
            else if (CountryBefore(utterance, i, out var start) is { } before)
            {
                yield return new MarketplaceMention($"Amazon.{before}", start, i + 1, false);
            }
            else
            {
                // "For Amazon … the German one": with Amazon named, a country anywhere tells which.
                yield return anywhere.Value ?? new MarketplaceMention(null, i, i + 1, false);
            }
        }
    }

    private string? CountryAfter(Utterance utterance, int index, out int end)
    {
        var words = utterance.Words;
        for (end = index; end < words.Count && end < index + 3; end++)
        {
            if (_countries.Code(words[end].Value) is { } code && IsCode(utterance, end))
            {
                // In "Amazon.com.au" the first ending is not the last.
                var longer = words[end].Value == "com" && end + 1 < words.Count && FollowsDot(utterance, end + 1) ? _countries.Code(words[end + 1].Value) : null;
                end += longer is null ? 1 : 2;
                return longer ?? code;
            }

            if (_countries.Name(words, end, out var behind) is { } name)
            {
                end = behind;
                return name;
            }

            if (!s_between.Contains(words[end].Value))
            {
                break;
            }
        }

        return null;
    }

    private string? CountryBefore(Utterance utterance, int index, out int start)
    {
        for (start = index - 1; start >= 0 && start >= index - 3; start--)
        {
            if (_countries.Name(utterance.Words, start, out var end) is { } name && end == index)
            {
                return name;
            }
        }

        start = index - 1;
        return start >= 0 && _countries.Code(utterance.Words[start].Value) is { } code && !Countries.IsEveryday(utterance.Words[start].Value) ? code : null;
    }

    private IEnumerable<MarketplaceMention> CountryAlone(Utterance utterance, bool needsContext = true)
    {
        var words = utterance.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (_countries.Name(words, i, out var end) is { } name)
            {
                if (!needsContext || IsNoun(words, end) || LeadsTo(words, i))
                {
                    yield return new MarketplaceMention($"Amazon.{name}", i, end, false);
                }

                i = end - 1;
            }
            else if (_countries.Code(words[i].Value) is { } code
                && (StandsAsEnding(utterance, i) || ((IsUpper(utterance, i) || !Countries.IsEveryday(words[i].Value)) && (IsNoun(words, i + 1) || LeadsTo(words, i)))))
            {
                yield return new MarketplaceMention($"Amazon.{code}", i, i + 1, false);
            }
        }
    }

    private IEnumerable<MarketplaceMention> Others(Utterance utterance)
    {
        foreach (var (name, wordings) in _others)
        {
            foreach (var (start, end) in wordings.Find(utterance.Tokens))
            {
                // "Square one" is no marketplace.
                if (name != "Square" || (IsNoun(utterance.Words, end) && utterance.Tokens[end] != "one") || (char.IsUpper(utterance.Text[utterance.Words[start].Start]) && start > 0))
                {
                    yield return new MarketplaceMention(name, start, end, false);
                }
            }
        }
    }

    private static bool IsCode(Utterance utterance, int index) =>
        !Countries.IsEveryday(utterance.Words[index].Value)
        || FollowsDot(utterance, index)
        || IsUpper(utterance, index)
        || index + 1 == utterance.Words.Count
        || IsNoun(utterance.Words, index + 1)
        || utterance.Words[index].Value == "us";

    private static bool IsNoun(List<Word> words, int index) => index < words.Count && s_nouns.Contains(words[index].Value);

    private static bool LeadsTo(List<Word> words, int index) =>
        index > 0 && (s_leadingTo.Contains(words[index - 1].Value)
            || (words[index - 1].Value == "the" && index > 1 && s_leadingTo.Contains(words[index - 2].Value)));

    private static bool IsUpper(Utterance utterance, int index)
    {
        var word = utterance.Words[index];
        return utterance.Text.AsSpan(word.Start, word.End - word.Start).ContainsAnyExceptInRange('A', 'Z') is false
            && utterance.Text.AsSpan().ContainsAnyInRange('a', 'z');
    }

    private static bool FollowsDot(Utterance utterance, int index) =>
        utterance.Words[index].Start > 0 && utterance.Text[utterance.Words[index].Start - 1] == '.';

    /// <summary>".de", with nothing before the dot.</summary>
    private static bool StandsAsEnding(Utterance utterance, int index)
    {
        var dot = utterance.Words[index].Start - 1;
        return dot >= 0 && utterance.Text[dot] == '.' && (dot == 0 || !char.IsLetterOrDigit(utterance.Text[dot - 1]));
    }

    private static bool WorksAt(List<Word> words, int end)
    {
        for (var i = end; i < words.Count && i < end + Nearby && !s_not.Contains(words[i].Value); i++)
        {
            if (s_works.Contains(words[i].Value))
            {
                return true;
            }
        }

        return false;
    }
}
