using SupportBot.Cards.Agents;
using SupportBot.Cards.Facts;
using SupportBot.Channels.Transcripts;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Storage.Tickets;

namespace SupportBot.Channels.Email;

/// <summary>A ticket as a letter in plain text: everything that an agent needs who has no card to look at.</summary>
internal static class TicketLetter
{
    private const int LongestLine = 1_000;

    public static OutgoingMail Write(Ticket ticket, TicketFacts facts, string to)
    {
        var where = ticket.SalesChannel ?? ticket.Marketplace;
        var subject = $"[{ticket.Reference}] {(where is null ? "" : $"{where}: ")}{facts.Headline}{(ticket.SellerName is { } seller ? $" ({seller})" : "")}";
        var paragraphs = Paragraphs(ticket, facts).Where(lines => lines.Count > 0).Select(lines => string.Join('\n', lines));
        return new OutgoingMail($"ticket-mail.{ticket.Reference}", to, subject, string.Join("\n\n", paragraphs) + "\n");
    }

    private static IEnumerable<IReadOnlyList<string>> Paragraphs(Ticket ticket, TicketFacts facts)
    {
        yield return
        [
            "This is a copy of a ticket, sent because it has not reached the support team in Teams.",
            "Please do not answer this e-mail: an answer does not reach the seller. As soon as Teams can be reached the ticket appears there by itself, to be answered there.",
            .. ticket.UserEmail is not null ? ["If it cannot wait so long, write to the seller at the address below."] : Array.Empty<string>(),
        ];
        yield return Known($"{facts.Reference}: {facts.Headline}", $"{facts.StatusText}.", $"Opened {TicketWords.Time(ticket.CreatedAt)}.", facts.AskedOfSupport, facts.EarlierCase);
        yield return Named(facts.Seller);
        yield return Named(facts.Settlement);
        yield return Section(facts.CheckedAt is null ? "What was seen" : $"What was seen ({facts.CheckedAt})", facts.Evidence.Select(line => line.AsText));
        yield return Section("Checks", facts.Checks.Select(check => check.AsText));
        yield return Section("Error text", facts.ErrorText is null ? [] : [facts.ErrorText]);
        yield return Section("What was tried", facts.Tried);
        yield return Section("The end of the conversation", facts.LastLines.Select(line => $"{line.Who}: {line.Words}"));
        yield return facts.ConversationPage is { } page ? [$"The whole conversation, for {TranscriptLinks.Lifetime.Days} days from now: {page.AbsoluteUri}"] : [];
    }

    private static IReadOnlyList<string> Named(IReadOnlyList<Fact> facts) => [.. facts.Select(fact => Indent(fact.AsText))];

    private static IReadOnlyList<string> Section(string title, IEnumerable<string> lines) =>
        lines.Select(line => $"- {Indent(line)}").ToList() is { Count: > 0 } all ? [$"{title}:", .. all] : [];

    private static IReadOnlyList<string> Known(params IEnumerable<string?> lines) => [.. lines.OfType<string>()];

    /// <summary>Words that somebody wrote in several lines stay one item, so that they cannot look like a part of the letter.</summary>
    private static string Indent(string words)
    {
        var shown = words.Length <= LongestLine ? words : $"{words[..LongestLine]} …";
        return string.Join("\n  ", shown.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
