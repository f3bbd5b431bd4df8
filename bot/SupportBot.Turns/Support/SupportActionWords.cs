using SupportBot.Escalation.Lifecycle;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Turns.Support;

/// <summary>What a ticket's history and its thread say of support's own actions.</summary>
internal static class SupportActionWords
{
    public static string Name(string action) => action switch
    {
        RequestedAction.ReconnectChannel => "a reconnect of the channel",
        RequestedAction.RerunVat => "a rerun of the VAT reports",
        _ => "a reset of the settlement",
    };

    /// <param name="root">The cause that was found, or that nothing was.</param>
    public static string Checked(string action, string root, bool passes) =>
        $"{TicketWords.CheckedAgain} after {Name(action)}: {root.Replace('-', ' ')}{(passes ? ", nothing left for support" : "")}";

    public const string BackOfficeFails = "the back office did not answer, however often it was asked";

    /// <summary>A line of the history as a sentence.</summary>
    public static string Sentence(string note) => $"{char.ToUpperInvariant(note[0])}{note[1..]}.";

    public static string Failed(string note) => $"{Sentence(note)} Nothing was changed.";
}
