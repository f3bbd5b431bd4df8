using System.Text.Json;
using SupportBot.Cards.Agents;
using SupportBot.Cards.Facts;
using SupportBot.Channels.Rendering;
using SupportBot.Dialogs.Phrases;
using SupportBot.Escalation;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Tickets;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>A ticket in words and formats for the support team, whose members may sit anywhere.</summary>
internal static class AgentTicketFormat
{
    private static readonly ReaderFormat s_format = ReaderFormat.For("en-GB");

    private static readonly string[] s_actions = [RequestedAction.ReconnectChannel, RequestedAction.RerunVat, RequestedAction.ResetSettlement];

    /// <summary>What the ticket itself says; the conversation and the team are the caller's.</summary>
    public static TicketFacts Facts(Ticket ticket, DateTimeOffset now)
    {
        var diagnosis = ticket.Diagnosis is { } json ? DiagnosisJson.Read(json) : null;
        return new TicketFacts
        {
            Reference = ticket.Reference,
            Headline = ticket.Reason == TicketReason.AskedForHuman ? "The seller asked for a person" : PlainWords.Reason(ticket.Reason),
            Standing = Standing(ticket.Status),
            StatusText = PlainWords.Capital(TicketWords.Standing(ticket)),
            MayBeTakenOver = ticket is { Status: TicketStatus.Claimed, IsOffered: true },
            Age = $"Opened {TicketWords.Time(ticket.CreatedAt)}{Elapsed(now.UtcDateTime - ticket.CreatedAt)}",
            LastChange = TicketWords.LastChange(ticket),
            Seller = Seller(ticket),
            RequestedAction = ticket.RequestedAction,
            Settlement = Settlement(ticket),
            Evidence = diagnosis is null ? [] : [.. diagnosis.Root.Evidence.Select(e => new EvidenceLine(s_format.Fact(e.Fact), e.At == diagnosis.CheckedAt ? null : TicketWords.Time(e.At)))],
            CheckedAt = diagnosis is null ? null : TicketWords.Time(diagnosis.CheckedAt),
            CheckedAgain = TicketWords.LastCheck(ticket),
            Checks = diagnosis is null ? [] : [.. diagnosis.Checks.Select(check => DiagnosisFormat.Line(check, s_format)).OrderBy(line => line.State)],
            Tried = JsonSerializer.Deserialize(ticket.TriedSteps, TicketJson.Default.IReadOnlyListString) ?? [],
            ErrorText = ticket.ErrorText,
            EarlierCase = ticket.EarlierReference is { } earlier ? $"The same conversation had {earlier} before." : null,
            LastLines = [],
            StatusNumber = ticket.StatusNumber,
            Agents = [],
            SupportActions = Actions(ticket),
        };
    }

    private static TicketStanding Standing(TicketStatus status) => status switch
    {
        TicketStatus.Waiting => TicketStanding.Waiting,
        TicketStatus.Claimed => TicketStanding.Claimed,
        TicketStatus.Snoozed => TicketStanding.Snoozed,
        TicketStatus.Resolved => TicketStanding.Resolved,
        _ => TicketStanding.Returned,
    };

    private static List<Fact> Seller(Ticket ticket) => Known(
        ("Seller", ticket.SellerName is { } name ? $"{name} ({ticket.SellerId})" : ticket.SellerId),
        ("Writes", ticket.UserName),
        ("May", ticket.UserRole is { } role ? $"{PlainWords.Capital(role)}: {Rights(role)}" : null),
        ("E-mail", ticket.UserEmail),
        ("Adds", Noted(ticket, TicketDesk.Added)),
        ("Helped", ticket.Helped switch { true => "Yes, says the seller", false => "No, says the seller", null => null }));

    /// <summary>What the history keeps from the opening of the ticket.</summary>
    private static string? Noted(Ticket ticket, string beginning) =>
        ticket.History.OrderBy(e => e.Number).FirstOrDefault(e => e.Event.StartsWith(beginning, StringComparison.Ordinal))?.Event[beginning.Length..];

    private static List<Fact> Settlement(Ticket ticket) => Known(
        ("Sales channel", ticket.SalesChannel),
        ("Marketplace", ticket.Marketplace),
        ("Dates", ticket switch
        {
            { SettlementFrom: { } from, SettlementTo: { } to } => s_format.Days(from, to),
            { SettlementDate: { } day } => s_format.Day(day),
            _ => null,
        }),
        ("Settlement", ticket.SettlementId),
        ("Also stuck", Noted(ticket, TicketDesk.Also)));

    /// <summary>Source: the roles of Link My Books, which are granted for each sales channel.</summary>
    private static string Rights(string role) => role switch
    {
        "owner" => "may do everything",
        "admin" => "may do everything but billing",
        "accountant" => "may do everything but billing and users",
        _ => "may look and send, but change no accounts, taxes or settings",
    };

    /// <summary>Those for which the ticket says on what, the one that is asked for first.</summary>
    private static List<string> Actions(Ticket ticket) =>
        [.. s_actions
            .Where(action => ticket.SellerId is not null && (action == RequestedAction.ReconnectChannel ? ticket.SalesChannel : ticket.SettlementId) is { Length: > 0 })
            .OrderByDescending(action => action == ticket.RequestedAction)];

    /// <summary>A card grows no older by itself: the age is that of its last change.</summary>
    private static string Elapsed(TimeSpan time) => time switch
    {
        { TotalMinutes: < 2 } => "",
        { TotalHours: < 2 } => $", {(int)time.TotalMinutes} minutes before this card last changed",
        { TotalDays: < 2 } => $", {(int)time.TotalHours} hours before this card last changed",
        _ => $", {(int)time.TotalDays} days before this card last changed",
    };

    private static List<Fact> Known(params IEnumerable<(string Name, string? Value)> lines) =>
        [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => new Fact(line.Name, line.Value!))];
}
