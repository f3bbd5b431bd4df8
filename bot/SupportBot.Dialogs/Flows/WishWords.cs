using SupportBot.Dialogs.Engine;

namespace SupportBot.Dialogs.Flows;

/// <summary>Wishes that stand on a button, in other words: to be told later, not to be told, to pass a fix on.</summary>
internal static class WishWords
{
    private static readonly string[] s_not =
    [
        "don't tell me", "do not tell me", "don't remind me", "do not remind me", "stop reminding me", "no reminder", "cancel the reminder", "cancel reminder",
        "don't notify me", "do not notify me", "stop notifying me", "no need to tell me", "don't let me know", "don't write to me",
    ];

    private static readonly string[] s_tell =
    [
        "tell me when", "let me know when", "let me know once", "let me know if it changes", "let me know if that changes", "tell me once", "tell me if it changes",
        "remind me", "notify me", "ping me", "keep me posted", "keep me updated", "message me when", "write to me when", "write me when", "drop me a line",
    ];

    private static readonly string[] s_passOn =
    [
        "someone else has to", "somebody else has to", "someone else needs to", "somebody else needs to", "someone else must", "pass it on", "pass this on", "forward this", "forward it",
        "don't have access", "do not have access", "have no access", "don't have the login", "do not have the login", "don't have that login", "not my login",
        "don't have permission to", "don't have the rights", "not allowed to change", "can't do that myself", "can't do this myself", "cannot do that myself",
        "ask my boss", "ask the owner", "ask my accountant", "ask my client", "ask the client", "my client has to", "my boss has to", "the owner has to", "my accountant has to",
        "send this to my", "send it to my", "note for my", "note for the owner", "note to forward",
    ];

    public static Choice? Find(string text, DialogState state)
    {
        var words = $" {RepairWords.Normal(text)} ";
        return Says(words, s_not) ? Choice.DontTellMe
            : state.Problem is null ? null
            : Says(words, s_tell) ? Choice.TellMe
            : state.WaitingFor == Waiting.Fix && Says(words, s_passOn) ? Choice.PassOn
            : null;
    }

    private static bool Says(string words, string[] wordings) => wordings.Any(w => words.Contains($" {w} ", StringComparison.Ordinal));
}
