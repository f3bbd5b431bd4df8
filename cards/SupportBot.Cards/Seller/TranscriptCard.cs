using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Seller;

/// <summary>Leads to the conversation as a page.</summary>
public static class TranscriptCard
{
    private const string Title = "Transcript of this conversation";

    /// <param name="page">Absolute.</param>
    public static AdaptiveCard Create(Uri page) => new()
    {
        // Without the address: what is kept or printed of this card would open the conversation to whoever reads it.
        FallbackText = Title,
        Speak = Title,
        Body = [TextBlock.Heading(Title)],
        Actions = [new OpenUrlAction { Title = "Open the transcript", Style = "positive", Url = page }],
    };
}
