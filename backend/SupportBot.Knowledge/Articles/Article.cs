using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Knowledge.Articles;

/// <summary>A help article: text for people, and the same thing as data for the dialog.</summary>
/// <param name="Version">Grows when steps change; an open conversation notices.</param>
/// <param name="Steps">In the order in which remedies are tried.</param>
/// <param name="Body">Markdown without the front matter.</param>
/// <param name="LinesBefore">How many lines of the file stand above the body.</param>
public sealed record Article(
    string Id,
    int Version,
    string Title,
    string Summary,
    IReadOnlyList<ArticleStep> Steps,
    IReadOnlyList<ArticleAnswer> Answers,
    string Body,
    int LinesBefore)
{
    public ArticleStep? FindStep(string id) => Steps.FirstOrDefault(s => s.Id == id);
}

/// <summary>What to do about a cause. Texts may hold the words of <see cref="Placeholders"/> in braces.</summary>
public sealed record ArticleStep
{
    public required string Id { get; init; }

    /// <summary>Its place in the ladder, 1 to 5; null for causes outside it.</summary>
    public int? Number { get; init; }

    /// <summary>None for what only the text of an error tells: such a step is found by its id.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>The check that proves it, one of <see cref="CheckName"/>; null where every check has to pass.</summary>
    public string? Check { get; init; }

    public required FixedBy FixedBy { get; init; }

    /// <summary>The roles in Link My Books that are allowed to do it.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The cause in a few words.</summary>
    public required string Headline { get; init; }

    public required string Title { get; init; }

    /// <summary>The same in other words, for "what does that mean?".</summary>
    public required string Explain { get; init; }

    public string? Message { get; init; }

    /// <summary>Instead of <see cref="Message"/> where it is known how long to wait; holds <c>{until}</c>.</summary>
    public string? MessageUntil { get; init; }

    /// <summary>Null only where nobody but support can act, or nobody needs to.</summary>
    public PlatformText? Instructions { get; init; }

    public string? Note { get; init; }

    /// <summary>Ends with connecting the accounting platform anew, which the chat can begin itself.</summary>
    public bool Reconnects { get; init; }

    /// <summary>What to say once the check has passed; never said before.</summary>
    public required string Verified { get; init; }

    public TriedStep? Tried { get; init; }

    public required TicketNeeds Ticket { get; init; }

    /// <summary>The heading of the article that treats it.</summary>
    public required string Anchor { get; init; }
}

/// <summary>An answer that needs no look at the account, found by the intent that asks for it.</summary>
public sealed record ArticleAnswer
{
    public required string Id { get; init; }

    public required string Intent { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string Explain { get; init; }

    public PlatformText? Instructions { get; init; }

    public string? Note { get; init; }

    public required string Anchor { get; init; }
}

/// <summary>Numbered instructions as each accounting platform words them.</summary>
public sealed record PlatformText(IReadOnlyList<string> Xero, IReadOnlyList<string> QuickBooks)
{
    /// <param name="platform"><c>xero</c> or <c>quickbooks</c>.</param>
    public IReadOnlyList<string> For(string platform) => platform == "quickbooks" ? QuickBooks : Xero;

    public bool SameForBoth => Xero.SequenceEqual(QuickBooks);
}

/// <summary>How a ticket tells that the step was done, and the words by which a person says so.</summary>
/// <param name="Phrase">Past tense, such as <c>reconnected {platform}</c>.</param>
/// <param name="Words">Lower case.</param>
public sealed record TriedStep(string Phrase, IReadOnlyList<string> Words);

/// <summary>What support needs to act on the cause.</summary>
/// <param name="Needs">Of <see cref="TicketField"/>.</param>
/// <param name="RequestedAction"><c>reconnect-channel</c>, <c>rerun-vat</c>, <c>reset-settlement</c> or <c>none</c>.</param>
public sealed record TicketNeeds(IReadOnlyList<string> Needs, string RequestedAction);
