using System.Text.Json;
using SupportBot.Storage.Outbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.Turns.Tickets;

/// <summary>
/// What tickets promise towards the support team: done by the workers of the channel on which the team works. What concerns one
/// ticket reaches the team in order.
/// </summary>
public static class TicketWork
{
    /// <summary>Show the ticket as it is then. Payload: its reference.</summary>
    public const string CardKind = "ticket-card";

    /// <summary>Say something in the ticket's thread. Payload: a <see cref="TicketPost"/>.</summary>
    public const string PostKind = "ticket-post";

    /// <summary>Send the ticket to the fallback address. Payload: its reference.</summary>
    public const string MailKind = "ticket-mail";

    public static OutboxWork Card(string reference) => new(CardKind, Key(reference), reference);

    public static OutboxWork Post(TicketPost post) => new(PostKind, Key(post.Reference), JsonSerializer.Serialize(post, TicketPostJson.Default.TicketPost));

    /// <summary>At most one for a ticket, whoever promises it.</summary>
    public static OutboxItem Mail(string reference) => new OutboxWork(MailKind, $"{MailKind}:{reference}", reference).ToItem($"{MailKind}:{reference}");

    /// <summary>The ticket that outbox work concerns; null for work of none.</summary>
    public static string? ReferenceOf(OutboxItem item) => item.OrderingKey.Split(':', 2) is ["team" or "ticket" or MailKind, var reference] ? reference : null;

    private static string Key(string reference) => $"team:{reference}";
}
