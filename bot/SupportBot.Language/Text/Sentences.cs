namespace SupportBot.Language.Text;

internal static class Sentences
{
    /// <summary>Enough for any chat message; of a long mail the first ones count.</summary>
    private const int Most = 24;

    /// <summary>The sentences' tokens. A full stop inside a word ("Amazon.de") ends nothing.</summary>
    public static List<List<string>> Of(string text)
    {
        var sentences = new List<List<string>>();
        var start = 0;
        for (var i = 0; i < text.Length && sentences.Count < Most; i++)
        {
            if (text[i] is '\n' or '!' or '?' or ';' || (text[i] is '.' or '…' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
            {
                Add(text.AsSpan(start, i - start), sentences);
                start = i + 1;
            }
        }

        if (start < text.Length && sentences.Count < Most)
        {
            Add(text.AsSpan(start), sentences);
        }

        return sentences;
    }

    private static void Add(ReadOnlySpan<char> sentence, List<List<string>> sentences)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        if (tokens.Count > 0)
        {
            sentences.Add(tokens);
        }
    }
}
