using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Teams;

namespace SupportBot.Channels.Connector;

/// <summary>Which addresses are believed to be the Connector. Nothing is sent anywhere else, least of all a token.</summary>
internal sealed class ServiceUrls(IOptions<BotFrameworkOptions> bot, IOptions<TeamsOptions> teams, IHostEnvironment environment)
{
    /// <summary>Microsoft's; a leading dot allows every host below.</summary>
    private static readonly string[] KnownHosts =
    [
        "smba.trafficmanager.net",
        ".botframework.com",
        ".botframework.azure.us",
        ".botframework.azure.cn",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    public bool Allows(Uri url) =>
        IsSecure(url)
        && url is { UserInfo: "", Query: "", Fragment: "" }
        && (IsConfigured(url) || (url.IsLoopback
            ? environment.IsDevelopment()
            : KnownHosts.Concat(bot.Value.ExtraHosts).Any(host => Matches(url.Host, host))));

    /// <summary>HTTPS, or HTTP that does not leave the machine.</summary>
    public static bool IsSecure(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private bool IsConfigured(Uri url) =>
        teams.Value.ServiceUrl is { IsAbsoluteUri: true } configured
        && Uri.Compare(url, configured, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool Matches(string host, string allowed) => allowed.StartsWith('.')
        ? host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
