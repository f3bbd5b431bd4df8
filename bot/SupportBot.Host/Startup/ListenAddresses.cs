using System.Globalization;
using System.Net;

namespace SupportBot.Host.Startup;

/// <summary>Checks where the server is told to listen. It would judge that too, but only when it starts and with a stack trace.</summary>
internal static class ListenAddresses
{
    /// <exception cref="ListenAddressException">Something that cannot be listened on.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var address in Split(configuration["urls"]).Where(a => !IsAddress(a)))
        {
            throw new ListenAddressException(
                $"ASPNETCORE_URLS holds '{address}', which cannot be listened on. Write addresses such as http://localhost:3978 without a path, several with semicolons between them.");
        }

        foreach (var setting in (string[])["http_ports", "https_ports"])
        {
            foreach (var port in Split(configuration[setting]).Where(p => !ushort.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            {
                throw new ListenAddressException($"ASPNETCORE_{setting.ToUpperInvariant()} holds '{port}'. Write port numbers such as 3978, several with semicolons between them.");
            }
        }
    }

    private static string[] Split(string? setting) =>
        (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.IsUnixPipe || address.IsNamedPipe
                || (address.Scheme is "http" or "https"
                    && address.PathBase.Length == 0
                    && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort
                    // Two sockets, IPv4 and IPv6, which cannot agree on a port that neither knows yet.
                    && (address.Port != 0 || !address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>The message tells which setting to change.</summary>
internal sealed class ListenAddressException(string message) : Exception(message);
