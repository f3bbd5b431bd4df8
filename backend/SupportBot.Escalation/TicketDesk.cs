using System.Text.Json;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Tickets;

namespace SupportBot.Escalation;

/// <summary>Makes tickets and keeps their history. It stores nothing: the caller commits what it returns.</summary>
public sealed class TicketDesk
{
    /// <summary>How the line of the history begins that holds the person's own words to support.</summary>
    public const string Added = "added: ";

    /// <summary>How the line begins that names further settlements with the same trouble.</summary>
    public const string Also = "also: ";

    private readonly Func<int, string> _createReference;

    public TicketDesk()
        : this(TicketReference.Create)
    {
    }

    /// <param name="createReference">From the attempt to a reference.</param>
    internal TicketDesk(Func<int, string> createReference) => _createReference = createReference;

    /// <param name="attempt">
    /// References are random, so two may meet. When the commit fails because the reference is taken, open again with
    /// the next attempt: its reference is a character longer.
    /// </param>
    public Ticket Open(TicketOpening opening, int attempt = 1)
    {
        var root = opening.Diagnosis?.Root;
        // The diagnosis speaks of one settlement; of another one, named by the person, it knows no dates.
        var known = root is not null && (opening.SettlementId is null || opening.SettlementId == root.SettlementId) ? root : null;
        var settlementTo = opening.SettlementTo ?? known?.To;
        var ticket = new Ticket
        {
            Reference = _createReference(attempt),
            Status = TicketStatus.Waiting,
            CreatedAt = opening.Now.UtcDateTime,
            ChannelOfOrigin = opening.ChannelOfOrigin,
            ConversationId = opening.ConversationId,
            SellerId = opening.Seller?.Id,
            SellerName = opening.Seller?.Name,
            UserId = opening.User?.Id,
            UserName = opening.User?.Name,
            UserEmail = opening.User?.Email,
            UserRole = opening.User?.Role,
            Reason = opening.Reason,
            SalesChannel = opening.SalesChannel ?? known?.Channel,
            Marketplace = opening.Marketplace ?? known?.Marketplace,
            SettlementId = opening.SettlementId ?? known?.SettlementId,
            SettlementDate = opening.SettlementDate ?? settlementTo,
            SettlementFrom = opening.SettlementFrom ?? known?.From,
            SettlementTo = settlementTo,
            ErrorText = opening.ErrorText,
            TriedSteps = JsonSerializer.Serialize(opening.TriedSteps, TicketJson.Default.IReadOnlyListString),
            Diagnosis = opening.Diagnosis is null ? null : DiagnosisJson.Write(opening.Diagnosis),
            RequestedAction = opening.RequestedAction,
        };
        foreach (var (by, what) in Beginning(opening))
        {
            Append(ticket, by, what, ticket.CreatedAt);
        }

        return ticket;
    }

    /// <summary>Adds a line to the history. The ticket must have been read together with its history.</summary>
    /// <param name="by">One of <see cref="TicketAuthor"/>.</param>
    public static void AddNote(Ticket ticket, string by, string note, DateTimeOffset now)
    {
        Append(ticket, by, note, now.UtcDateTime);
        ticket.Version++;
    }

    private static IEnumerable<(string By, string What)> Beginning(TicketOpening opening)
    {
        switch (opening.Reason)
        {
            case TicketReason.AskedForHuman:
                yield return (TicketAuthor.Seller, "asked for a person");
                break;
            case TicketReason.InternalError:
                yield return (TicketAuthor.System, "opened because the bot could not answer");
                break;
            default:
                yield return (TicketAuthor.Bot, $"prepared the ticket: {opening.Reason}");
                yield return (TicketAuthor.Seller, "confirmed the ticket");
                break;
        }

        if (opening.AlsoSettlements.Count > 0)
        {
            yield return (TicketAuthor.Bot, $"{Also}{string.Join(", ", opening.AlsoSettlements)}");
        }

        if (!string.IsNullOrWhiteSpace(opening.Comment))
        {
            yield return (TicketAuthor.Seller, $"{Added}{opening.Comment.Trim()}");
        }
    }

    private static void Append(Ticket ticket, string by, string what, DateTime at) =>
        ticket.History.Add(new TicketEvent
        {
            TicketReference = ticket.Reference,
            Number = ticket.History.Count == 0 ? 1 : ticket.History.Max(e => e.Number) + 1,
            At = at,
            By = by,
            Event = what,
        });
}
