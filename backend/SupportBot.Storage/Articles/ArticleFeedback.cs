namespace SupportBot.Storage.Articles;

/// <summary>One answer to "did this answer your question?".</summary>
public sealed class ArticleFeedback
{
    public required string Id { get; set; }

    public required string ArticleId { get; set; }

    public int ArticleVersion { get; set; }

    public bool Helpful { get; set; }

    public string? Comment { get; set; }

    public DateTime At { get; set; }

    /// <summary>The conversation in which it was answered; null on the help page.</summary>
    public string? ConversationId { get; set; }
}
