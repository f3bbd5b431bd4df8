namespace SupportBot.Dialogs.Phrases;

/// <summary>Greetings, thanks, and what is said when nothing was understood.</summary>
internal static class SmallTalk
{
    public const string WhatNow = "What would you like me to look at?";

    public const string HelloAgain = "Hello again. What can I look at for you?";

    public const string Welcome = "You're welcome. I'm here whenever a settlement gives you trouble.";

    public const string AllRight = "All right. Tell me when you need me.";

    public const string StartedOver = "Let's start from the beginning. Nothing of what you told me is lost for our support team. What can I look at for you?";

    public const string Cancelled = "All right, I've stopped there. Nothing was changed and nothing was sent.";

    public const string Restarted = "I have been updated since we last spoke and can't pick up exactly where we were, so I'm starting afresh.";

    public const string GuideChanged = "The steps we were going through have been updated in the meantime, so I'm looking at your account afresh.";

    public const string NotUnderstoodAgain =
        "I'm sorry, I still don't follow. A person from our support team can help: press \"Talk to a person\" and I'll pass on what we have so far.";

    public const string WhatIDo =
        "I look at your account to find out why a settlement hasn't reached Xero or QuickBooks. I tell you what I see, show you "
        + "the one thing to do, and check again when you say it's done.";

    public const string MoreExplanation = "If that is still not clear, a person from our support team will gladly go through it with you.";

    public const string TooLong =
        "This is taking more steps than it should, so I've stopped rather than go round in circles. Would you like a person to take over?";

    public const string FeedbackQuestion = "Did this answer your question?";

    public const string FeedbackThanks = "Thank you, that's good to know.";

    public const string TellWhenSent = "When you've sent the settlement, tell me and I'll check that it arrived.";

    public const string FeedbackSorry =
        "I'm sorry it didn't. Thank you for telling me: it goes to the people who write the guide. I can look at your account again, or a person can help.";

    public static string Hello(string firstName) =>
        $"Hello{(firstName.Length > 0 ? " " + firstName : "")}, I'm the Link My Books support assistant. If a settlement isn't reaching Xero or "
        + "QuickBooks, I can look at your account, tell you why, and help you put it right. What can I do for you?";

    public static string WaitingForFix(string title) => $"We were at \"{title}\". Tell me when it's done and I'll check it.";

    public static string FilesKept(IReadOnlyList<string> names) => names.Count == 1
        ? $"Thank you, I've kept {names[0]}. I can't read files myself, but our support team can see it."
        : $"Thank you, I've kept {Listing.Of(names)}. I can't read files myself, but our support team can see them.";
}
