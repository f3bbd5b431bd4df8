using SupportBot.Dialogs.Results;

namespace SupportBot.Turns;

/// <summary>What a person reads when a turn could not be run. Never says what went wrong inside.</summary>
internal static class InternalErrorReply
{
    public static Reply With(string? reference) => new Reply.Say
    {
        Text = reference is null
            ? "Sorry, something went wrong on our side and I could not answer that. Your message is kept, and a person from support will look at it."
            : $"Sorry, something went wrong on our side and I could not answer that. Your message is kept, and I have asked a person from support to look at it. Your reference is {reference}.",
    };
}
