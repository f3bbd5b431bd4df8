using System.Text.Encodings.Web;
using SupportBot.Accounts.Reconnects;

namespace SupportBot.Host.Connect;

/// <summary>What the seller's browser shows after a reconnect, or instead of one. Needs no script.</summary>
internal static class ConnectPage
{
    public static string Connected(string brand, string organisation) => Html($"{brand} is connected again", $"""
        <p role="status">Link My Books may write into <strong>{Encode(organisation)}</strong> again.</p>
        <p>You can close this page and go back to the chat: it has noticed, and is checking your account again by itself.</p>
        """);

    public static string Stopped(string brand, ReconnectResult.Stopped stopped)
    {
        var organisation = stopped.Organisation is { } name ? $"<strong>{Encode(name)}</strong>" : "the organisation that was connected before";
        var (title, words) = stopped.Problem switch
        {
            ReconnectProblem.LinkOver => ("This link has run out",
                "<p>A Reconnect button works for a day. Go back to the chat, say that your settlement will not send, and use the new button.</p>"),
            ReconnectProblem.NotAllowed => ("Your role cannot reconnect",
                $"<p>Reconnecting {brand} needs an owner, admin or accountant of this Link My Books account. Please ask one of them, or ask for a person in the chat.</p>"),
            ReconnectProblem.AnswerOver => ("This approval has been used, or has run out",
                "<p>An approval counts once, and for fifteen minutes. If the chat says that the connection is back, all is well. If not, press Reconnect there again.</p>"),
            ReconnectProblem.OtherBrowser => ("This began in another browser",
                "<p>For your safety the approval has to end in the browser in which it began. Go back to the chat and press Reconnect again.</p>"),
            ReconnectProblem.Declined => ("You did not approve",
                $"<p>{brand} told us that the connection was not approved. If you change your mind, try again.</p>"),
            ReconnectProblem.OtherOrganisation => ("That was another organisation",
                $"<p>This connection belongs to {organisation}, and you approved a different one. Settlements would go into the wrong books, so we did not use it.</p>"
                + "<p>Moving to another organisation is never done by reconnecting. If that is what you want, ask for a person in the chat: our support team can do it.</p>"),
            _ => ($"{brand} did not complete the connection",
                $"<p>We could not finish this with {brand} just now. Please try again in a few minutes; a person in the chat can help too.</p>"),
        };
        var retry = stopped.Retry is { } path ? $"<p><a href=\"{Encode(path)}\">Try again with {(stopped.Organisation is null ? brand : Encode(stopped.Organisation))}</a></p>" : "";
        return Html(title, $"<p role=\"status\">Nothing was changed.</p>\n{words}\n{retry}");
    }

    private static string Html(string title, string body) => $"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} – Link My Books</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/help.css">
        </head>
        <body>
        <header><p>Link My Books <span>Reconnect</span></p></header>
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
