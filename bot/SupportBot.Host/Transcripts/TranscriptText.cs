using SupportBot.Channels.Transcripts;

namespace SupportBot.Host.Transcripts;

/// <summary>A conversation as plain text, to keep.</summary>
internal static class TranscriptText
{
    public static string Of(ShownTranscript transcript) => string.Join(
        "\n\n",
        transcript.Messages.Select(message => string.Join('\n', Lines(transcript, message)))
            .Prepend($"{transcript.Seller}: conversation with Link My Books support. Times are {transcript.Format.ZoneName}.")) + "\n";

    private static IEnumerable<string> Lines(ShownTranscript transcript, TranscriptMessage message) =>
    [
        $"{transcript.Format.Moment(message.At)} - {transcript.NameOf(message)}",
        .. message.Words,
        .. message.Files.Select(file => $"[File: {file.Name}]"),
    ];
}
