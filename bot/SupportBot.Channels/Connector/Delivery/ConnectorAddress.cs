namespace SupportBot.Channels.Connector.Delivery;

internal static class ConnectorAddress
{
    /// <summary>Below the service URL, whether or not that ends in a slash. Percent-encoded ids stay as they are.</summary>
    public static Uri Of(Uri serviceUrl, string path) => new($"{serviceUrl.AbsoluteUri.TrimEnd('/')}/{path}");
}
