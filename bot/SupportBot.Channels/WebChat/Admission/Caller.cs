using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Channels.WebChat.Admission;

/// <summary>Who calls, and with which token.</summary>
/// <param name="Session">With a conversation token; null with a user token.</param>
internal sealed record Caller(string Token, UserIdentity User, DirectLineSession? Session);

/// <summary>Either who may come in, or why not.</summary>
internal readonly record struct Admitted<T>(T? Value, DirectLineProblem? Problem)
    where T : class
{
    public static implicit operator Admitted<T>(T value) => new(value, null);

    public static implicit operator Admitted<T>(DirectLineProblem problem) => new(null, problem);
}
