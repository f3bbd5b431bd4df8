namespace SupportBot.Accounts.Accounting;

internal static class CallTenant
{
    private const string XeroHeader = "xero-tenant-id";

    /// <summary>The organisation whose limits a call counts towards: Xero names it in a header, QuickBooks in the address. Null for none.</summary>
    public static string? Of(HttpRequestMessage request)
    {
        if (request.Headers.TryGetValues(XeroHeader, out var named))
        {
            return named.FirstOrDefault();
        }

        var parts = request.RequestUri?.AbsolutePath.Split('/') ?? [];
        var company = Array.IndexOf(parts, "company");
        return company >= 0 && company + 1 < parts.Length ? parts[company + 1] : null;
    }
}
