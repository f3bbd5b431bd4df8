using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Seller;

/// <summary>The documents of a settlement, each with a button that opens it where it stands.</summary>
public static class DocumentsCard
{
    /// <param name="platform">Xero or QuickBooks.</param>
    /// <param name="documents">Oldest first.</param>
    public static AdaptiveCard Create(string platform, IReadOnlyList<DocumentLine> documents)
    {
        var heading = $"In {platform}";
        var facts = documents.Select(document => new Fact(document.Number, $"dated {document.Day}")).ToList();
        var links = documents.Where(document => document.Link is not null)
            .Select(document => new OpenUrlAction
            {
                Title = documents.Count == 1 ? $"Open in {platform} (new tab)" : $"Open in {platform}: {document.Number} (new tab)",
                Url = document.Link!,
            })
            .ToList();
        return new AdaptiveCard
        {
            FallbackText = string.Join('\n', [heading, .. documents.Select(document => document.AsText)]),
            Speak = string.Join('\n', [heading, .. facts.Select(fact => fact.AsText)]),
            Body = [TextBlock.Heading(heading), .. FactRows.Of(facts)],
            Actions = links.Count == 0 ? null : links,
        };
    }
}

/// <summary>One document, in the reader's own formats.</summary>
/// <param name="Link">Absolute; null: no button.</param>
public sealed record DocumentLine(string Number, string Day, Uri? Link)
{
    internal string AsText => Link is null ? $"{Number}: dated {Day}" : $"{Number}: dated {Day}, {Link.AbsoluteUri}";
}
