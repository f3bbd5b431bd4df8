namespace SupportBot.Dialogs.Phrases;

/// <summary>What the seller is told of what people do with their case.</summary>
internal static class AboutSupport
{
    public static string Taken(string agent, string reference) => $"{agent} from our support team now has your case {reference} and will answer you here.";

    public static string PutOff(string agent, string reference, string until) =>
        $"{agent} from our support team has looked at your case {reference} and will come back to it on {until}. If anything changes before that, write here.";

    public static string Reopened(string reference) => $"Your case {reference} is open again. Somebody from our support team will answer you here.";

    public static string Returned(string agent, string reference) =>
        $"{agent} from our support team has handed {reference} back to me, so it's me again. What can I look at for you?";

    public static string Resolved(string agent, string reference) => $"{agent} from our support team has closed your case {reference}.";

    public static string StillWaiting(string reference) => $"I'm sorry, nobody has answered {reference} yet. Your place in the queue is kept.";
}
