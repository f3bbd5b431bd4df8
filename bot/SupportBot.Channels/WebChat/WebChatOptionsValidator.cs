using System.Text;
using Microsoft.Extensions.Options;

namespace SupportBot.Channels.WebChat;

/// <summary>Stops the start when a setting would leave the chat open or dead.</summary>
internal sealed class WebChatOptionsValidator : IValidateOptions<WebChatOptions>
{
    public const int MinKeyBytes = 32;

    public ValidateOptionsResult Validate(string? name, WebChatOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(WebChatOptions options)
    {
        if (Encoding.UTF8.GetByteCount(options.SigningKey ?? "") < MinKeyBytes)
        {
            yield return $"WebChat:SigningKey must be text of at least {MinKeyBytes} bytes: the key with which the seller web app signs its user tokens.";
        }

        foreach (var origin in options.AllowedOrigins.Where(origin => !IsOrigin(origin)))
        {
            yield return $"WebChat:AllowedOrigins holds '{origin}', which is no origin. Write it as https://app.example.com, without path or final slash.";
        }

        if (options.PublicUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
        {
            yield return "WebChat:PublicUrl must be an absolute http or https address.";
        }

        if (options.TokenLifetime < TimeSpan.FromMinutes(30) || options.TokenLifetime > TimeSpan.FromHours(1))
        {
            yield return "WebChat:TokenLifetime must be between 00:30:00 and 01:00:00.";
        }

        if (options.SessionLifetime < options.TokenLifetime)
        {
            yield return "WebChat:SessionLifetime must not be shorter than WebChat:TokenLifetime.";
        }

        if (options.StreamInterval < TimeSpan.FromMilliseconds(100) || options.StreamInterval > TimeSpan.FromMinutes(1))
        {
            yield return "WebChat:StreamInterval must be between 00:00:00.1 and 00:01:00.";
        }

        foreach (var (setting, value) in new (string, int)[]
        {
            (nameof(options.MaxTextLength), options.MaxTextLength),
            (nameof(options.MaxFiles), options.MaxFiles),
            (nameof(options.PageSize), options.PageSize),
            (nameof(options.MaxStreamsPerUser), options.MaxStreamsPerUser),
            (nameof(options.RequestsPerSecondPerUser), options.RequestsPerSecondPerUser),
            (nameof(options.RequestBurstPerUser), options.RequestBurstPerUser),
            (nameof(options.RequestsPerSecondPerAddress), options.RequestsPerSecondPerAddress),
            (nameof(options.RequestBurstPerAddress), options.RequestBurstPerAddress),
        })
        {
            if (value < 1)
            {
                yield return $"WebChat:{setting} must be at least 1.";
            }
        }
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && origin == uri.GetLeftPart(UriPartial.Authority);
}
