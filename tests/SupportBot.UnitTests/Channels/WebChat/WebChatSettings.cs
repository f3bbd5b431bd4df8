using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat;

namespace SupportBot.UnitTests.Channels.WebChat;

internal static class WebChatSettings
{
    public const string SigningKey = "a signing key that only these tests know";

    public static IOptions<WebChatOptions> Valid(string signingKey = SigningKey) =>
        Options.Create(new WebChatOptions { SigningKey = signingKey });
}
