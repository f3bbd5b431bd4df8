using System.Globalization;
using System.Text;

namespace SupportBot.Language.Text;

internal static class Tokenizer
{
    public static List<string> Tokenize(ReadOnlySpan<char> text) => Words(text).ConvertAll(w => w.Value);

    /// <summary>"won't" is one word, "S-1001" are two, an emoji is a word of its own.</summary>
    public static List<Word> Words(ReadOnlySpan<char> text)
    {
        var words = new List<Word>(16);
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                rune = Rune.ReplacementChar;
            }

            if (Rune.IsLetterOrDigit(rune) || (start >= 0 && IsInsideWord(rune)))
            {
                start = start < 0 ? i : start;
            }
            else
            {
                Close(text, ref start, i, words);
                if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && rune != Rune.ReplacementChar)
                {
                    words.Add(new Word(rune.ToString(), i, i + length));
                }
            }

            i += length;
        }

        Close(text, ref start, text.Length, words);
        return words;
    }

    private static bool IsInsideWord(Rune rune) => rune.Value == '\'' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static void Close(ReadOnlySpan<char> text, ref int start, int end, List<Word> words)
    {
        if (start >= 0)
        {
            words.Add(new Word(Folded(text[start..end]), start, end));
            start = -1;
        }
    }

    /// <summary>Without accents and apostrophes: people leave them out.</summary>
    private static string Folded(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word) && !word.Contains('\''))
        {
            return word.ToString().ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (c != '\'' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}
