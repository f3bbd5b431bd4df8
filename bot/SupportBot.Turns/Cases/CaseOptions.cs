namespace SupportBot.Turns.Cases;

/// <summary>Where the links of forwarded cases lead; part of the section <c>WebChat</c>.</summary>
public sealed record CaseOptions
{
    /// <summary>Stands in <see cref="PageUrl"/> for the seller's id.</summary>
    public const string SellerPlace = "{seller}";

    /// <summary>The widget looks for this in the address of its page.</summary>
    public const string Parameter = "supportbot-case";

    /// <summary>
    /// The page on which the chat is embedded, such as <c>https://app.example.com/settlements</c>; <c>{seller}</c> in it stands for the seller's id.
    /// Unset: notes to pass on carry no link.
    /// </summary>
    public string? PageUrl { get; set; }

    internal const string Requirement = "WebChat:PageUrl must be the whole address of a page, such as https://app.example.com/settlements.";

    internal bool IsValid => LinkTo("case", "seller") is not { } link || (Uri.TryCreate(link, UriKind.Absolute, out var page) && page.Scheme is "http" or "https");

    /// <summary>Null where the page is not known.</summary>
    public string? LinkTo(string caseId, string sellerId)
    {
        if (string.IsNullOrWhiteSpace(PageUrl))
        {
            return null;
        }

        var page = PageUrl.Replace(SellerPlace, Uri.EscapeDataString(sellerId), StringComparison.Ordinal);
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Uri.EscapeDataString(caseId)}";
    }
}
