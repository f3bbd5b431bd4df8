using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.Reconnects;

/// <summary>
/// The links behind the chat's Reconnect buttons. A link carries whose reconnect it begins, encrypted and for a day: whoever
/// gets hold of one can at most renew the same organisation's connection for the same seller, with that organisation's consent.
/// </summary>
public sealed class ReconnectLinks
{
    private const string Purpose = "SupportBot.Accounts.ReconnectLinks";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector protector;
    private readonly PlatformApps apps;

    internal ReconnectLinks(IDataProtectionProvider protection, PlatformApps apps) =>
        (protector, this.apps) = (protection.CreateProtector(Purpose).ToTimeLimitedDataProtector(), apps);

    /// <summary>A path such as <c>/connect/xero?link=…</c>; null where no app is configured for the platform, so that nothing could be begun.</summary>
    /// <param name="platform"><c>xero</c> or <c>quickbooks</c>.</param>
    public string? Create(string platform, ReconnectSubject subject)
    {
        if (PlatformPaths.Parse(platform) is not { } known || apps.ClientId(known) is null)
        {
            return null;
        }

        return $"/connect/{platform}?link={protector.Protect(JsonSerializer.Serialize(subject, ReconnectJson.Default.ReconnectSubject), Lifetime)}";
    }

    /// <summary>Null for what is no link of ours, or one that is too old.</summary>
    internal ReconnectSubject? Read(string? link)
    {
        if (string.IsNullOrEmpty(link))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(link), ReconnectJson.Default.ReconnectSubject);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(ReconnectSubject))]
internal sealed partial class ReconnectJson : JsonSerializerContext;
