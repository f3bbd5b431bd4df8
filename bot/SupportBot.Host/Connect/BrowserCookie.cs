using SupportBot.Accounts.Reconnects;
using SupportBot.Channels.WebChat;

namespace SupportBot.Host.Connect;

/// <summary>
/// Ties a reconnect to the browser that began it. Each has a cookie of its own, so that two tabs do not take each other's away.
/// </summary>
internal static class BrowserCookie
{
    public static void Write(HttpContext http, PublicAddress address, ReconnectResult.Begun begun) =>
        http.Response.Cookies.Append(Name(begun.Flow), begun.BrowserSecret, Options(http, address, ReconnectFlows.Lifetime));

    public static string? Read(HttpContext http, AuthorisationAnswer answer) => http.Request.Cookies[Name(answer.Flow)];

    public static void Delete(HttpContext http, PublicAddress address, AuthorisationAnswer answer) =>
        http.Response.Cookies.Delete(Name(answer.Flow), Options(http, address, null));

    private static string Name(string flow) => $"supportbot-connect-{flow}";

    private static CookieOptions Options(HttpContext http, PublicAddress address, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        // The platform sends the browser back from its own site.
        SameSite = SameSiteMode.Lax,
        // By the address that the browser sees: a proxy may have ended TLS.
        Secure = address.BaseUrl(http.Request).StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        Path = "/connect",
        MaxAge = lifetime,
    };
}
