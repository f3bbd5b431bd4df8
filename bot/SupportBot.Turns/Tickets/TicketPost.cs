using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Turns.Tickets;

/// <summary>Something to say in a ticket's thread.</summary>
public sealed record TicketPost
{
    public required string Reference { get; init; }

    /// <summary>Who says it, such as the seller's name; null: the product itself.</summary>
    public string? Author { get; init; }

    /// <summary>As it was written; may be long, and empty where files say it all.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<PostedFile> Files { get; init; } = [];

    /// <summary>Whom to call: Entra object ids or Teams' own names.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Asks whether an answer in a closed case is to reopen it; null: asks nothing.</summary>
    public ReopenQuestion? Question { get; init; }

    public static TicketPost Read(string payload) => JsonSerializer.Deserialize(payload, TicketPostJson.Default.TicketPost)!;
}

/// <param name="Path">Of the file's address, below the product's own.</param>
public sealed record PostedFile(string Name, string ContentType, string Path);

/// <param name="MessageId">The answer that waits: the key under which it was accepted.</param>
/// <param name="StatusNumber">What held when it was asked.</param>
/// <param name="Standing">How the case stands, in words.</param>
public sealed record ReopenQuestion(string MessageId, int StatusNumber, string Standing);

[JsonSerializable(typeof(TicketPost))]
internal sealed partial class TicketPostJson : JsonSerializerContext;
