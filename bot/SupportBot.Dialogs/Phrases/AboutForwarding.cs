namespace SupportBot.Dialogs.Phrases;

/// <summary>What is said when somebody else has to make the fix.</summary>
internal static class AboutForwarding
{
    public const string Introduction = "Here is a note for whoever can do it. Copy it and send it on as you like.";

    public const string ComeBack = "This chat stays open for you. As soon as it is done and I have checked it, I'll write here; you can also come back and say \"done\".";

    public const string NothingToPassOn = "There is nothing at the moment that somebody else could do. I can look at your account first.";

    public const string CopyByHand = "I can't copy for you here. Please mark the text in the field above and copy it from there.";

    public const string LinkLeadsNowhere = "The link that you followed leads to nothing in this account. Perhaps it is for another account: sign in there and open it again.";

    public const string AlreadyRight = "What you were asked about is in order by now.";

    public static string Request(string sellerName) => $"Hello,\n\nplease help with something in Link My Books for {sellerName}.";

    public static string WhatIsWrong(string headline, string? settlement) =>
        settlement is null ? $"What is wrong: {headline}." : $"What is wrong: {headline}.\nSettlement: {settlement}";

    public static string? Seen(IEnumerable<string> facts) => Listing.Sentences(facts) is { Length: > 0 } seen ? $"What was seen: {seen}" : null;

    public static string ToDo(string title) => $"What to do: {title}.";

    public static string Link(string link) => $"This link shows the case in the support chat, which also checks it when you are done. Sign in as yourself:\n{link}";

    public static string Passed(string? from, string headline) =>
        $"Hello. {from ?? "Somebody in your team"} asked for your help with this: {headline}. I'm looking at the account as it is now.";

    public const string News = "Somebody has worked on what you passed on, so I've looked for myself.";

    public const string NewsNotSeen =
        "Somebody has put right what you passed on, as far as their own chat could see. I have tried several times to look for myself and could not, so please have me check again.";

    public static string NewsBeside(string verified) => $"By the way: what you passed on to somebody else is solved. I've checked it myself. {verified}";
}
