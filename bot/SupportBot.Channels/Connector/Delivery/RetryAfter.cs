namespace SupportBot.Channels.Connector.Delivery;

internal static class RetryAfter
{
    /// <summary>How long the other side asks to be left alone; never negative, null where it does not say.</summary>
    public static TimeSpan? Of(HttpResponseMessage answer)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - TimeProvider.System.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
