using System.Text;

namespace SupportBot.Host.Transcripts;

/// <summary>A conversation as plain text, to keep.</summary>
internal static class TranscriptText
{
    public static string Of(ShownTranscript transcript)
    {
        var text = new StringBuilder($"{transcript.Seller}: conversation with Link My Books support\n");
        foreach (var message in transcript.Messages)
        {
            text.Append($"\n{transcript.Format.Moment(message.At)} - {transcript.NameOf(message)}\n");
            foreach (var words in message.Words)
            {
                text.Append(words).Append('\n');
            }

            foreach (var file in message.Files)
            {
                text.Append($"[File: {file.Name}]\n");
            }
        }

        return text.ToString();
    }
}
