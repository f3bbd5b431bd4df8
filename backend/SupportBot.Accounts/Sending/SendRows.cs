using Microsoft.EntityFrameworkCore.ChangeTracking;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sending;

/// <summary>
/// How our rows of a settlement change while it is sent. Each change may run more than once, on a fresh context; whoever commits
/// decides when.
/// </summary>
internal sealed class SendRows(Settlement settlement, SalesChannel channel, DateTime at, SendInitiator by, string order)
{
    private readonly IReadOnlyList<SettlementDocument> documents = DocumentNumbers.Of(settlement);
    private readonly HashSet<string> chosen = [.. DocumentNumbers.Chosen(settlement)];

    /// <summary>This very order had begun to post, and was interrupted. What somebody else is sending is not ours to finish.</summary>
    public bool IsBegun => settlement.Status == SettlementStatus.Sending && settlement.SendOrder == order;

    /// <summary>Before anything is posted: whatever happens now, what stands in the platform is known to be ours.</summary>
    public Action<SupportDbContext> Begin(IReadOnlyList<SettlementDocument> missing, IReadOnlyList<SettlementDocument> standing) => db =>
    {
        ChangeSettlement(db, SettlementStatus.Sending, settlement.SentAt, documents[^1].Number);
        BeginParts(db, missing, SettlementStatus.Sending);
        BeginParts(db, standing, SettlementStatus.Sent);
    };

    public Action<SupportDbContext> Stands(SettlementDocument document) => db => ChangeParts(db, [document], SettlementStatus.Sent, null, withNumber: true);

    public Action<SupportDbContext> Sent() => db =>
    {
        ChangeSettlement(db, SettlementStatus.Sent, at, documents[^1].Number);
        ChangeParts(db, documents, SettlementStatus.Sent, null, withNumber: true);
        foreach (var line in settlement.Lines)
        {
            var mapping = MappingResolution.For(channel, settlement.Marketplace, line.Category);
            var changed = db.Attach(new SettlementLine
            {
                SellerId = line.SellerId,
                SettlementId = line.SettlementId,
                Number = line.Number,
                Category = line.Category,
                ChannelName = line.ChannelName,
                Marketplace = line.Marketplace,
            });
            (changed.Entity.Account, changed.Entity.TaxRate, changed.Entity.PostedAt) = (mapping?.Account, mapping?.TaxRate, at);
            Write(changed, nameof(SettlementLine.Account), nameof(SettlementLine.TaxRate), nameof(SettlementLine.PostedAt));
        }

        AddAttempt(db, SendOutcome.Sent, null);
    };

    /// <summary>Refused before anything was begun: the try is on record, and all else stays as it was.</summary>
    public Action<SupportDbContext> Refused(string error) => db => AddAttempt(db, SendOutcome.Error, error);

    /// <summary>Nothing more is posted: what is missing can be sent again once the reason is gone.</summary>
    /// <param name="missing">Documents that do not stand.</param>
    /// <param name="error">Null: the platform showed none.</param>
    public Action<SupportDbContext> Failed(IReadOnlyList<SettlementDocument> missing, string? error)
    {
        var isPartial = missing.Count < documents.Count;
        var status = isPartial && error is not null ? SettlementStatus.Error : SettlementStatus.Ready;
        return db =>
        {
            ChangeSettlement(db, status, settlement.SentAt, NumberBefore(settlement.DocumentNumber));
            ChangeParts(db, missing, status, isPartial ? error : null, withNumber: false);
            AddAttempt(db, error is null ? SendOutcome.Nothing : SendOutcome.Error, error);
        };
    }

    /// <summary>A number that we chose is no record of a document; it is chosen again the same way.</summary>
    private string? NumberBefore(string? number) => number is null || chosen.Contains(number) ? null : number;

    private void ChangeSettlement(SupportDbContext db, SettlementStatus status, DateTime? sentAt, string? number)
    {
        var changed = db.Attach(new Settlement
        {
            SellerId = settlement.SellerId,
            Id = settlement.Id,
            ChannelName = settlement.ChannelName,
            Marketplace = settlement.Marketplace,
            Currency = settlement.Currency,
        });
        (changed.Entity.Status, changed.Entity.StatusSince, changed.Entity.SentAt, changed.Entity.DocumentNumber) = (status, at, sentAt, number);
        changed.Entity.SendOrder = status == SettlementStatus.Sending ? order : null;
        Write(
            changed, nameof(Settlement.Status), nameof(Settlement.StatusSince), nameof(Settlement.SentAt), nameof(Settlement.DocumentNumber), nameof(Settlement.SendOrder));
    }

    /// <summary>A settlement over a month end may list no parts; from now on each has a state of its own.</summary>
    private void BeginParts(SupportDbContext db, IReadOnlyList<SettlementDocument> of, SettlementStatus status)
    {
        ChangeParts(db, of.Where(d => d.Part is not null), status, null, withNumber: true);
        foreach (var document in of.Where(d => HasParts && d.Part is null))
        {
            var part = PartOf(document);
            (part.Status, part.DocumentNumber) = (status, document.Number);
            db.SettlementParts.Add(part);
        }
    }

    private void ChangeParts(SupportDbContext db, IEnumerable<SettlementDocument> of, SettlementStatus status, string? error, bool withNumber)
    {
        foreach (var document in of.Where(_ => HasParts))
        {
            var changed = db.Attach(PartOf(document));
            (changed.Entity.Status, changed.Entity.Error, changed.Entity.DocumentNumber) = (status, error, withNumber ? document.Number : NumberBefore(document.Number));
            Write(changed, nameof(SettlementPart.Status), nameof(SettlementPart.Error), nameof(SettlementPart.DocumentNumber));
        }
    }

    private bool HasParts => documents.Count > 1 || settlement.Parts.Count > 0;

    private SettlementPart PartOf(SettlementDocument document) =>
        new() { SellerId = settlement.SellerId, SettlementId = settlement.Id, Month = document.Month };

    private void AddAttempt(SupportDbContext db, SendOutcome outcome, string? error) => db.SendAttempts.Add(new SendAttempt
    {
        SellerId = settlement.SellerId,
        SettlementId = settlement.Id,
        Number = settlement.Attempts.Select(a => a.Number).DefaultIfEmpty().Max() + 1,
        At = at,
        By = by,
        Outcome = outcome,
        Error = error,
    });

    /// <summary>Nothing detects changes in a commit; and a value that equals the default must be written too.</summary>
    private static void Write(EntityEntry entry, params IEnumerable<string> properties)
    {
        foreach (var property in properties)
        {
            entry.Property(property).IsModified = true;
        }
    }
}
