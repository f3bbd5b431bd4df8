using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace SupportBot.Accounts.Sandbox;

/// <summary>The host's own address, at which the sandbox platforms answer.</summary>
internal sealed class SandboxAddress(IServer server)
{
    /// <summary>An in-memory test server listens nowhere; its clients replace the handler and ignore the host.</summary>
    private static readonly Uri InMemory = new("http://localhost/");

    public Uri Current
    {
        get
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var chosen = addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? addresses.FirstOrDefault();
            return chosen is null ? InMemory : Loopback(BindingAddress.Parse(chosen));
        }
    }

    /// <summary>A wildcard can be listened on but not called.</summary>
    private static Uri Loopback(BindingAddress listening)
    {
        var isWildcard = listening.Host is "*" or "+" || (IPAddress.TryParse(listening.Host.Trim('[', ']'), out var ip)
            && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        return new UriBuilder(listening.Scheme, isWildcard ? "localhost" : listening.Host, listening.Port).Uri;
    }
}
