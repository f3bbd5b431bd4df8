using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Errors;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts;

/// <summary>Looks at a seller's account and says what keeps settlements from posting, with what was seen.</summary>
public sealed partial class DiagnosisRunner
{
    /// <summary>What a remembered chart, tax rate or lock date would show, or explain away.</summary>
    private static readonly string[] ToldByPlatform =
    [
        Cause.PeriodLocked, Cause.PlanLimit, Cause.CurrencyUnavailable, Cause.MappingArchived, Cause.TaxRateInvalid, Cause.BankAccountMissing,
        Cause.UnrecognisedError,
    ];

    private readonly AccountReader reader;
    private readonly Dictionary<AccountingPlatform, IAccountingPlatform> platforms;
    private readonly ConnectionTokens tokens;
    private readonly PlatformMemory memory;
    private readonly IReadOnlyList<ICheck> checks;
    private readonly ErrorCatalogue catalogue;
    private readonly TimeProvider clock;
    private readonly DiagnosisOptions options;
    private readonly ILogger<DiagnosisRunner> logger;

    internal DiagnosisRunner(
        AccountReader reader, IEnumerable<IAccountingPlatform> platforms, ConnectionTokens tokens, PlatformMemory memory, IEnumerable<ICheck> checks,
        ErrorCatalogue catalogue, TimeProvider clock, IOptions<DiagnosisOptions> options, ILogger<DiagnosisRunner> logger)
    {
        this.reader = reader;
        this.platforms = platforms.ToDictionary(p => p.Platform);
        this.tokens = tokens;
        this.memory = memory;
        this.checks = [.. checks];
        this.catalogue = catalogue;
        this.clock = clock;
        this.options = options.Value;
        this.logger = logger;
    }

    /// <summary>
    /// Runs every check, freshly. Ends within 8 s of real time also when a platform hangs; what is not known by then is
    /// <c>unknown</c>. Null for an unknown seller, and for a settlement or channel that the seller does not have.
    /// </summary>
    public Task<AccountReport?> RunAsync(string sellerId, DiagnosisScope scope, CancellationToken cancellationToken) =>
        RunAsync(sellerId, scope, null, cancellationToken);

    /// <summary>As above, for a conversation.</summary>
    public async Task<AccountReport?> RunAsync(string sellerId, DiagnosisScope scope, ConversationMemory? within, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        if (await reader.ReadAsync(sellerId, scope, cancellationToken).ConfigureAwait(false) is not { } account)
        {
            return null;
        }

        var look = await LookAsync(account, scope, within, started, cancellationToken).ConfigureAwait(false);
        if (look.HasRemembered && IsDoubtful(look.Diagnosis))
        {
            look = await LookAsync(account, scope, within! with { MayUse = false }, started, cancellationToken).ConfigureAwait(false);
        }

        return Report(account, look.Diagnosis, look.ConnectionId);
    }

    private async Task<(Diagnosis Diagnosis, string? ConnectionId, bool HasRemembered)> LookAsync(
        SellerAccount account, DiagnosisScope scope, ConversationMemory? within, long started, CancellationToken cancellationToken)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var examination = Prepare(account, scope, within, run.Token);
        var outcomes = await Task.WhenAll(checks.Select(c => RunAsync(c, examination, run.Token))).ConfigureAwait(false);
        // What no check waits for any more need not be asked to its end.
        await run.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        var verdict = Verdict.Reach(examination, outcomes.ToDictionary(o => o.Check, o => o.Report));
        var diagnosis = new Diagnosis
        {
            SellerId = account.SellerId,
            SettlementId = account.Named?.Id ?? verdict.Root.SettlementId,
            CheckedAt = examination.Now,
            TookMs = (int)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds,
            RootCause = verdict.Root.Cause,
            Findings = verdict.Findings,
            Checks = [.. outcomes.Select(o => new CheckResult(o.Check, verdict.OutcomeOf(o.Report), o.Report.Summary, o.TookMs))],
        };
        return (diagnosis, verdict.ConnectionId, examination.Connections.Any(c => c.Session is { HasRemembered: true }));
    }

    /// <summary>Something that a new answer of the platform could show otherwise, or that could not be told.</summary>
    private static bool IsDoubtful(Diagnosis diagnosis) =>
        diagnosis.Findings.Any(f => ToldByPlatform.Contains(f.Cause)) || diagnosis.Checks.Any(c => c.Outcome == CheckOutcome.Unknown);

    private Examination Prepare(SellerAccount account, DiagnosisScope scope, ConversationMemory? within, CancellationToken run)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var inScope = account.NamedChannel is { } channel ? [account.ConnectionOf(channel)] : account.Connections;
        IReadOnlyList<Settlement> settlements = account switch
        {
            { Named: { } named } => SettlementRules.IsUnsent(named) ? [named] : [],
            { NamedChannel: { } only } => [.. account.Unsent.Where(s => s.ChannelName == only.Name)],
            _ => account.Unsent,
        };
        IReadOnlyList<SoughtDocument> DocumentsOn(BookkeepingConnection connection) =>
            [.. settlements.Where(s => account.ConnectionOf(s).Id == connection.Id).SelectMany(SoughtDocument.Of)];
        return new Examination
        {
            Account = account,
            Settlements = settlements,
            Connections =
            [
                .. inScope.Select(c => new ExaminedConnection(
                    c, c.Status == ConnectionStatus.Disconnected
                        ? null
                        : new PlatformSession(c, platforms[c.Platform], tokens, DocumentsOn(c), memory, within, options.CheckTimeLimit * 0.9, run))),
            ],
            Now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            Catalogue = catalogue,
            Quoted = scope.Quoted,
        };
    }

    private async Task<(string Check, CheckReport Report, int TookMs)> RunAsync(ICheck check, Examination examination, CancellationToken run)
    {
        var started = TimeProvider.System.GetTimestamp();
        var report = await RunWithinLimitAsync(check, examination, run).ConfigureAwait(false);
        return (check.Name, report, (int)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<CheckReport> RunWithinLimitAsync(ICheck check, Examination examination, CancellationToken run)
    {
        try
        {
            return await check.RunAsync(examination, run).WaitAsync(options.CheckTimeLimit, TimeProvider.System, run).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return CheckReport.DidNotFinish("This could not be checked in time.");
        }
        catch (Exception exception) when (!run.IsCancellationRequested)
        {
            // One broken check must not take the others' answers away; "unknown" keeps it from looking fine.
            Log.CheckFailed(logger, exception, check.Name, examination.Account.SellerId);
            return CheckReport.DidNotFinish("This could not be checked.");
        }
    }

    private static AccountReport Report(SellerAccount account, Diagnosis diagnosis, string? connectionId)
    {
        SettlementSummary Summarise(Settlement settlement) => SettlementRules.Summarise(settlement, account.ConnectionOf(settlement).Platform);
        IEnumerable<Settlement?> known = [account.Named, account.LatestSent, .. account.Unsent];
        var subject = known.FirstOrDefault(s => s is not null && s.Id == diagnosis.SettlementId);
        var concerned = subject is not null
            ? account.ConnectionOf(subject)
            : account.Connections.OrderByDescending(c => c.Id == connectionId).FirstOrDefault();
        var platform = concerned?.Platform ?? AccountingPlatform.Xero;
        return new AccountReport(
            diagnosis, [.. account.Unsent.Select(Summarise)], subject is null ? null : Summarise(subject), Spelling.Name(platform), concerned?.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Check {Check} of seller {SellerId} did not run to its end")]
        public static partial void CheckFailed(ILogger logger, Exception exception, string check, string sellerId);
    }
}
