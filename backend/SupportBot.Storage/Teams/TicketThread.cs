namespace SupportBot.Storage.Teams;

/// <summary>The thread of a ticket in the support team's channel: where its card stands, and what is written there belongs to the ticket.</summary>
public sealed class TicketThread
{
    public required string TicketReference { get; set; }

    /// <summary>The thread as the Connector calls it: <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public required string ConversationId { get; set; }

    /// <summary>The message that carries the card; null where the Connector did not name it.</summary>
    public string? CardActivityId { get; set; }

    /// <summary>The ticket's version that the card shows.</summary>
    public long CardVersion { get; set; }

    public required string ServiceUrl { get; set; }

    /// <summary>The team whose members are the agents; null where only the channel is known.</summary>
    public string? TeamId { get; set; }

    /// <summary>Real time.</summary>
    public DateTime StartedAt { get; set; }
}
