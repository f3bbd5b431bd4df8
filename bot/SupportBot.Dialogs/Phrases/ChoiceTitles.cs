using System.Collections.Frozen;
using SupportBot.Dialogs.Engine;

namespace SupportBot.Dialogs.Phrases;

/// <summary>The words on the buttons, and their way back to a meaning.</summary>
internal static class ChoiceTitles
{
    private static readonly FrozenDictionary<Choice, string> s_titles = new Dictionary<Choice, string>
    {
        [Choice.SettlementNotSending] = "My settlement won't send",
        [Choice.CheckAccount] = "Is anything wrong with my account?",
        [Choice.Person] = "Talk to a person",
        [Choice.Done] = "Done",
        [Choice.StillNotSending] = "It still won't send",
        [Choice.SendNow] = "Send it now",
        [Choice.SendMissing] = "Send only what is missing",
        [Choice.Explain] = "What does that mean?",
        [Choice.CheckAgain] = "Check again",
        [Choice.OtherSettlement] = "A different settlement",
        [Choice.SendTicket] = "Send to support",
        [Choice.NotNow] = "Not now",
        [Choice.TellMe] = "Tell me when it changes",
        [Choice.DontTellMe] = "Don't tell me",
        [Choice.PassOn] = "Someone else has to do this",
        [Choice.BotBack] = "Carry on with the assistant",
        [Choice.Transcript] = "Give me the transcript",
        [Choice.ReopenCase] = "Open my case again",
        [Choice.Yes] = "Yes",
        [Choice.No] = "No",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Choice> s_choices =
        s_titles.ToFrozenDictionary(t => Normal(t.Value), t => t.Key);

    public static string Of(Choice choice) => s_titles[choice];

    /// <summary>Also finds what an older message offered: people scroll up and type what they read there.</summary>
    public static Choice? Find(string text) => s_choices.TryGetValue(Normal(text), out var choice) ? choice : null;

    private static string Normal(string text) =>
        text.Trim().TrimEnd('.', '!', '?').Replace('\u2019', '\'').ToUpperInvariant();
}
