using System.Text.RegularExpressions;

namespace SupportBot.Dialogs.Flows;

/// <summary>Asking the bot to send a settlement, which no intent stands for: most people who speak of sending tell of trouble with it.</summary>
internal static partial class SendWords
{
    public static bool AskToSend(string text) => Ask().IsMatch(RepairWords.Normal(text));

    public static bool AskToSendMissing(string text) => AskForMissing().IsMatch(RepairWords.Normal(text));

    private const string Polite =
        "(?:(?:yes|yeah|yep|ok|okay|sure|great|perfect|alright|right|well|then|please|pls|now|and|so|just|thanks|thank you|go ahead|do it|go on|can you|could you|would you|will you|"
        + "i want you to|i'd like you to|let's) )*";

    [GeneratedRegex("^" + Polite
        + "(?:re)?(?:send|post|push|submit|sync|transmit)(?: (?:it|this|that|them|this one|that one|my settlement|the settlement|this settlement|that settlement))?"
        + "(?: (?:now|right now|again|please|pls|for me|over|across|through|then|to xero|to quickbooks|to qbo|into xero|into quickbooks|straight away|thanks|thank you|once more))*$")]
    private static partial Regex Ask();

    [GeneratedRegex("^" + Polite + "(?:send|post) (?:only |just )?(?:the |what is |what's |whatever is )?(?:missing|remaining|other|unsent|rest|rest of it)(?: (?:part|parts|one|ones|document|documents|now|please))*$")]
    private static partial Regex AskForMissing();
}
