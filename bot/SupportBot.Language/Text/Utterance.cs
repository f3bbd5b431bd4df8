using System.Text;

namespace SupportBot.Language.Text;

/// <summary>A text made ready for reading: capped, one kind of quote and blank, and its tokens.</summary>
internal sealed class Utterance
{
    /// <summary>Longer texts are pasted logs or whole mails; what the person wants stands at the beginning.</summary>
    public const int MaxLength = 4000;

    private Utterance(string text)
    {
        Text = text;
        Words = Tokenizer.Words(text);
        Tokens = Words.ConvertAll(w => w.Value);
    }

    /// <summary>As the person wrote it, with plain quotes and single blanks; line breaks are kept.</summary>
    public string Text { get; }

    public List<Word> Words { get; }

    /// <summary>The words' values.</summary>
    public List<string> Tokens { get; }

    public static Utterance Of(string text) => new(Clean(text.Length > MaxLength ? text[..MaxLength] : text));

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\n':
                    TrimBlank(clean);
                    clean.Append('\n');
                    break;
                case '\u200b' or '\u200c' or '\u200d' or '\ufeff' or '\ufe0f':
                    break;
                case '‘' or '’' or '‚' or '´' or '`':
                    clean.Append('\'');
                    break;
                case '“' or '”' or '„' or '«' or '»':
                    clean.Append('"');
                    break;
                case '–' or '—' or '−' or '‑':
                    clean.Append('-');
                    break;
                default:
                    if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                    {
                        clean.Append(c);
                    }
                    else if (clean.Length > 0 && clean[^1] is not (' ' or '\n'))
                    {
                        clean.Append(' ');
                    }

                    break;
            }
        }

        return clean.ToString().Trim();
    }

    private static void TrimBlank(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
