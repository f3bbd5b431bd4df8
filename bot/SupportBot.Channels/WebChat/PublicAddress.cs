using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace SupportBot.Channels.WebChat;

/// <summary>Under which address, and from which sites, browsers reach the channel.</summary>
public sealed class PublicAddress(IOptions<WebChatOptions> options)
{
    private readonly string? _configured = options.Value.PublicUrl?.AbsoluteUri.TrimEnd('/');
    private readonly HashSet<string> _allowedOrigins = [.. options.Value.AllowedOrigins];

    /// <summary>Such as <c>https://support.example.com</c>, without a final slash.</summary>
    public string BaseUrl(HttpRequest request) =>
        _configured ?? UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase).TrimEnd('/');

    public bool IsAllowed(string origin) => _allowedOrigins.Contains(origin);

    /// <summary>
    /// CORS does not protect sockets, so their origin is checked here. No origin at all means no browser: whoever it is holds
    /// a token. The scheme is not compared, because a proxy may have ended TLS.
    /// </summary>
    public bool MayOpenSocket(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || IsAllowed(origin)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var site)
                && (IsSameHost(site, request.Host.Value) || IsSameHost(site, options.Value.PublicUrl?.Authority)));
    }

    private static bool IsSameHost(Uri site, string? host) => site.Authority.Equals(host, StringComparison.OrdinalIgnoreCase);
}
