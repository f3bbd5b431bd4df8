using SupportBot.Channels.Transcripts;
using SupportBot.Dialogs.Phrases;

namespace SupportBot.Host.Transcripts;

/// <summary>A conversation as its seller may read it.</summary>
/// <param name="Person">Who chatted.</param>
/// <param name="Began">UTC.</param>
/// <param name="Format">Times as the seller reads them.</param>
internal sealed record ShownTranscript(string Person, string Seller, DateTime Began, ReaderFormat Format, IReadOnlyList<TranscriptMessage> Messages)
{
    public string NameOf(TranscriptMessage message) => message.Speaker switch
    {
        TranscriptSpeaker.Seller => Person,
        TranscriptSpeaker.Agent => $"{message.Name}, Link My Books support",
        _ => "Support assistant (bot)",
    };
}
