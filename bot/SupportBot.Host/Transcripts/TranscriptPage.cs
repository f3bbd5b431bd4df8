using System.Globalization;
using System.Text.Encodings.Web;
using SupportBot.Channels.Transcripts;

namespace SupportBot.Host.Transcripts;

/// <summary>A conversation as a page that needs no script, to read, print or keep.</summary>
internal static class TranscriptPage
{
    public static string Over { get; } = Html("This link leads to no conversation", """
        <p role="status">A link to a conversation works for two weeks, and only as it was given.</p>
        <p>Open the chat in Link My Books and write "Give me the transcript": you get a new link at once. The conversation itself is not lost.</p>
        """);

    /// <param name="textAddress">Where the same is to be had as text.</param>
    public static string Of(ShownTranscript transcript, string textAddress) => Html("Your conversation with our support", $"""
        <p>{Encode(transcript.Seller)}. Times are {Encode(transcript.Format.ZoneName)}.</p>
        <p class="tools"><a href="{Encode(textAddress)}" download>Save as a text file</a>, or print this page from your browser, also as a PDF. Whoever has its address can read it for two weeks.</p>
        <ol class="messages">
        {string.Join('\n', transcript.Messages.Select(message => Message(transcript, message)))}
        </ol>
        """);

    private static string Message(ShownTranscript transcript, TranscriptMessage message) => $"""
        <li class="{message.Speaker.ToString().ToLowerInvariant()}">
        <p class="who"><strong>{Encode(transcript.NameOf(message))}</strong> <time datetime="{message.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}">{Encode(transcript.Format.Moment(message.At))}</time></p>
        {string.Join('\n', message.Words.Select(words => $"<p class=\"words\">{Encode(words)}</p>"))}
        {string.Join('\n', message.Files.Select(File))}
        </li>
        """;

    private static string File(TranscriptFile file) => file.IsPicture
        ? $"""<p><a href="{Encode(file.Path)}"><img src="{Encode(file.Path)}" alt="Picture: {Encode(file.Name)}" loading="lazy"></a></p>"""
        : $"""<p><a href="{Encode(file.Path)}">{Encode(file.Name)}</a></p>""";

    private static string Html(string title, string body) => $"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <title>{title} – Link My Books</title>
        <link rel="stylesheet" href="/help.css">
        <link rel="stylesheet" href="/transcript.css">
        </head>
        <body>
        <header><p>Link My Books <span>Support</span></p></header>
        <main>
        <article>
        <h1>{title}</h1>
        {body}
        </article>
        </main>
        </body>
        </html>
        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
