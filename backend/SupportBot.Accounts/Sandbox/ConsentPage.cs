using System.Text.Encodings.Web;

namespace SupportBot.Accounts.Sandbox;

/// <summary>The simulated platform's own page, on which the seller approves or declines.</summary>
/// <param name="Organisations">Those of the account by tenant id, the one that was connected before first.</param>
internal sealed record ConsentPage(string Brand, ConsentRequest Request, IReadOnlyList<(string TenantId, string Name)> Organisations)
{
    public string ToHtml() => Frame(Brand, $"Connect Link My Books to {Brand}", $"""
        <p>Link My Books would like to read your organisation's settings and accounts, and to add the documents of your settlements.</p>
        <form method="post">
        {string.Concat(Request.Fields.Select(f => $"<input type=\"hidden\" name=\"{f.Name}\" value=\"{Encode(f.Value)}\">"))}
        <fieldset>
        <legend>Which organisation?</legend>
        {string.Join('\n', Organisations.Select(Choice))}
        </fieldset>
        <p><button name="decision" value="approve">Approve</button> <button name="decision" value="deny">Do not allow</button></p>
        </form>
        """);

    /// <summary>A page of the simulated platform.</summary>
    public static string Frame(string brand, string title, string body) => $"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/help.css">
        </head>
        <body>
        <header><p>{brand} <span>simulated, for the demo</span></p></header>
        <main>
        <article>
        <h1>{title}</h1>
        {body}
        </article>
        </main>
        </body>
        </html>
        """;

    private static string Choice((string TenantId, string Name) organisation, int index) =>
        $"<label><input type=\"radio\" name=\"organisation\" value=\"{Encode(organisation.TenantId)}\"{(index == 0 ? " checked" : "")}> {Encode(organisation.Name)}</label>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
