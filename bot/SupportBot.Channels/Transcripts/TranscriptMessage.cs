namespace SupportBot.Channels.Transcripts;

/// <summary>Something that was said, as the seller saw it.</summary>
/// <param name="Name">Of an agent the first name; the bot's and the seller's own are for the page to say.</param>
/// <param name="At">UTC.</param>
/// <param name="Words">Plain paragraphs: the message, and what its cards say.</param>
public sealed record TranscriptMessage(TranscriptSpeaker Speaker, string? Name, DateTime At, IReadOnlyList<string> Words, IReadOnlyList<TranscriptFile> Files);

public enum TranscriptSpeaker
{
    Seller,
    Bot,
    Agent,
}

/// <param name="Path">Below the product's own address.</param>
public sealed record TranscriptFile(string Name, string Path, bool IsPicture);
