using SupportBot.Dialogs.Engine;

namespace SupportBot.Dialogs.Phrases;

/// <summary>What the seller is told of what people do with their case.</summary>
internal static class AboutSupport
{
    public const string Helped = "Thank you, I'm glad it did. Is there anything you'd like to add for the team? You can also just go on.";

    public const string DidNotHelp =
        "I'm sorry that it didn't, and thank you for telling us. If it isn't solved, you can open your case again. Is there anything you'd like to add for the team? You can also just go on.";

    public const string PleaseComment = "Please write it here, and I'll pass it on.";

    public const string CommentKept = "Thank you, I've passed that on to the team.";

    public const string NoCase = "There is no case of this conversation that could be opened again. I can look at your account, or you can talk to a person.";

    public const string BotIsHere = "I'm here. What would you like me to look at?";

    public const string Transcript =
        "Here is our conversation as a page that you can read, print or save. The link works for two weeks. Whoever has it can read this conversation, so pass it on with care.";

    public const string NoTranscript = "I'm sorry, I can't make a page of our conversation here. A person from our support team can send it to you.";

    public static string WillAnswer(SupportHours hours, ReaderFormat format) => hours switch
    {
        { IsOpen: true } => "Our team is at work, and somebody will answer you here.",
        { BackAt: { } opening } => $"Our team is back on {format.Appointment(opening)}; your case waits until then.",
        _ => "Somebody from our team will answer you here as soon as they can.",
    };

    /// <summary>What follows on a ticket, for its receipt.</summary>
    /// <param name="earlier">The reference of the case before it.</param>
    public static string WhatNext(SupportHours hours, ReaderFormat format, string? earlier) =>
        $"{WillAnswer(hours, format)} You can close this chat and come back: the conversation stays, and whatever you add goes along."
        + (earlier is null ? "" : $" Our team also sees your earlier case {earlier}.");

    public static string Added(string? reference, SupportHours hours, ReaderFormat format) =>
        $"Thank you. I've added that {(reference is null ? "for our support team" : $"to {reference}")}. {WillAnswer(hours, format)}";

    public static string StillWithTeam(string reference, SupportHours hours, ReaderFormat format) =>
        $"Your case {reference} is still with our team, and keeps its place. I've added that you'd like a person again. {WillAnswer(hours, format)}";

    public static string Taken(string agent, string reference) => $"{agent} from our support team now has your case {reference} and will answer you here.";

    public static string TakenByAnswer(string agent, string reference) => $"{agent} from our support team now has your case {reference} and answers you here.";

    public static string PutOff(string agent, string reference, string until) =>
        $"{agent} from our support team has looked at your case {reference} and will come back to it on {until}. If anything changes before that, write here.";

    public static string Reopened(string reference, SupportHours hours, ReaderFormat format) => $"Your case {reference} is open again. {WillAnswer(hours, format)}";

    public static string ReopenedBy(string agent, string reference) => $"Your case {reference} is open again: {agent} from our support team has it and answers you here.";

    public static string Returned(string agent, string reference) =>
        $"{agent} from our support team has handed {reference} back to me, so it's me again, and we start afresh. I can look at your account as it is now, or tell me what you need.";

    public static string Resolved(string agent, string reference) => $"{agent} from our support team has closed your case {reference}. Did it help?";

    public static string NobodyAnswered(string reference, string? agent) =>
        (agent is null
            ? $"I'm sorry, nobody from our team has been able to answer {reference} yet."
            : $"I'm sorry, {FirstName(agent)} hasn't been able to answer you for a while. Others of our team can see {reference} now.")
        + " Your place is kept. If you like, you can carry on with me in the meantime.";

    public static string BotIsBack(string reference) =>
        $"It's me again, and we start afresh. {reference} keeps its place with our support team, who will still answer here. What can I look at for you?";

    public static string BotBackLater(SupportHours hours, ReaderFormat format) =>
        $"{WillAnswer(hours, format)} If that takes longer than it should, I'll offer to carry on with you in the meantime.";

    private static string FirstName(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? name;
}
