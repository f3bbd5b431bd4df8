namespace SupportBot.Storage.Conversations;

/// <summary>
/// A problem that one person of a seller passed on to another who can put it right. Its id stands in a link that people
/// forward: it names the case and gives no right to anything.
/// </summary>
public sealed class ForwardedCase
{
    /// <summary>Unguessable.</summary>
    public required string Id { get; set; }

    public required string SellerId { get; set; }

    /// <summary>Whoever passed it on, and the conversation that waits for news.</summary>
    public required string UserId { get; set; }

    public required string UserName { get; set; }

    public required string ConversationId { get; set; }

    /// <summary>The problem as the dialog knows it, JSON.</summary>
    public required string Problem { get; set; }

    /// <summary>Product clock.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Product clock; when a check passed in whichever conversation.</summary>
    public DateTime? SolvedAt { get; set; }
}
