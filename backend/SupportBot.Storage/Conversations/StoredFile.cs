namespace SupportBot.Storage.Conversations;

/// <summary>A file that a person uploaded to a conversation.</summary>
public sealed class StoredFile
{
    /// <summary>Unguessable: the download address carries no other credential.</summary>
    public required string Id { get; set; }

    public required string ConversationId { get; set; }

    public required string Name { get; set; }

    /// <summary>As sniffed from the content, never as claimed.</summary>
    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }

    public DateTime CreatedAt { get; set; }
}
