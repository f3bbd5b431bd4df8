namespace SupportBot.Dialogs.Flows;

/// <summary>Commands to the dialog itself, which no intent stands for.</summary>
internal static class RepairWords
{
    private static readonly string[] s_cancel =
        ["cancel", "cancel that", "cancel it", "never mind", "nevermind", "forget it", "forget that", "stop", "stop it", "leave it", "don't send it", "do not send it"];

    public static bool AskToCancel(string text)
    {
        var words = Normal(text);
        foreach (var polite in new[] { "please ", "ok ", "okay ", "no " })
        {
            words = words.StartsWith(polite, StringComparison.Ordinal) ? words[polite.Length..] : words;
        }

        return s_cancel.Contains(words.EndsWith(" please", StringComparison.Ordinal) ? words[..^" please".Length] : words);
    }

    /// <summary>Lower case, straight apostrophes, single spaces, no punctuation at word ends.</summary>
    public static string Normal(string text) => string.Join(' ', text.ToLowerInvariant().Replace('\u2019', '\'')
        .Split([' ', '\t', '\n', '\r', ',', '.', '!', '?', ';', ':', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries));
}
