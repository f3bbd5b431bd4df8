using SupportBot.Dialogs.Engine;

namespace SupportBot.Dialogs.Flows;

/// <summary>Wishes about a case that support has or had, in other words than those on the buttons.</summary>
internal static class SupportWords
{
    private static readonly string[] s_dont = ["don't", "do not", "no need"];
    private static readonly string[] s_not = [.. s_dont, "no", "not", "never", "stop", "without"];

    private static readonly string[] s_transcript =
    [
        "transcript", "transcripts", "copy of this chat", "copy of the chat", "copy of our chat", "copy of this conversation", "copy of the conversation", "copy of our conversation",
        "print this chat", "print this conversation", "save this chat", "save this conversation", "download this chat", "download the chat", "download this conversation",
    ];

    private static readonly string[] s_bot =
    [
        "bot back", "bot again", "the bot instead", "have the bot", "back to the bot", "talk to the bot", "speak to the bot", "use the bot", "ask the bot",
        "continue with the bot", "carry on with the bot", "go on with the bot", "return to the bot",
        "assistant back", "assistant again", "have the assistant", "back to the assistant", "talk to the assistant", "continue with the assistant",
        "carry on with the assistant", "go on with the assistant",
    ];

    private static readonly string[] s_reopen =
    [
        "reopen my case", "reopen the case", "reopen this case", "reopen my ticket", "reopen the ticket", "open my case again", "open the case again", "open my ticket again",
        "re-open my case", "re-open the case", "re-open my ticket",
    ];

    public static Choice? Find(string text)
    {
        var words = $" {RepairWords.Normal(text)} ";
        return Says(words, s_reopen) && !Says(words, s_dont) ? Choice.ReopenCase
            : Says(words, s_not) ? null
            : Says(words, s_bot) ? Choice.BotBack
            : Says(words, s_transcript) ? Choice.Transcript
            : null;
    }

    private static bool Says(string words, string[] wordings) => wordings.Any(w => words.Contains($" {w} ", StringComparison.Ordinal));
}
