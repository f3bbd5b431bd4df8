using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.BackOffice;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Accounts.QuickBooks;
using SupportBot.Accounts.Reconnects;
using SupportBot.Accounts.Sandbox;
using SupportBot.Accounts.Sending;
using SupportBot.Accounts.Settlements;
using SupportBot.Accounts.Snapshots;
using SupportBot.Accounts.Xero;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Errors;
using SupportBot.Storage;

namespace SupportBot.Accounts;

public static class AccountsRegistration
{
    /// <summary>
    /// Adds <see cref="DiagnosisRunner"/>, <see cref="SettlementSender"/>, <see cref="SettlementFinder"/>, <see cref="SellerDirectory"/> and
    /// <see cref="SnapshotLoader"/>. Needs a <see cref="TimeProvider"/> (the product's clock), the storage and Data Protection; the host binds
    /// <see cref="XeroOptions"/>, <see cref="QuickBooksOptions"/> and <see cref="DiagnosisOptions"/> to its configuration.
    /// </summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<XeroOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<QuickBooksOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DiagnosisOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddPlatform<XeroOptions>(AccountingHttpClients.Xero);
        services.AddPlatform<QuickBooksOptions>(AccountingHttpClients.QuickBooks);
        services.AddSingleton(sp => new PlatformAddresses(
            sp.GetRequiredService<IOptions<XeroOptions>>(), sp.GetRequiredService<IOptions<QuickBooksOptions>>(), sp.GetService<SandboxAddress>()));
        services.AddSingleton(sp => new PlatformApps(
            sp.GetRequiredService<IOptions<XeroOptions>>(), sp.GetRequiredService<IOptions<QuickBooksOptions>>(), sp.GetService<SandboxAddress>()));
        services.AddSingleton<IAccountingPlatform, XeroClient>();
        services.AddSingleton<IAccountingPlatform, QuickBooksClient>();
        services.AddSingleton<TokenProtection>();
        services.AddSingleton<ConnectionTokens>();
        services.AddSingleton<PlatformMemory>();
        services.AddSingleton(sp => new PlainTokens(sp.GetRequiredService<IDbContextFactory<SupportDbContext>>(), sp.GetRequiredService<TokenProtection>()));

        services.AddReconnects();

        services.AddSingleton<AccountReader>();
        services.AddSingleton<LastPostings>();
        // In the order in which they are shown.
        services.AddSingleton<ICheck, AccountingConnectionCheck>();
        services.AddSingleton<ICheck, AccountingPermissionCheck>();
        services.AddSingleton<ICheck, PeriodLockCheck>();
        services.AddSingleton<ICheck, PlanLimitCheck>();
        services.AddSingleton<ICheck, CurrencyCheck>();
        services.AddSingleton<ICheck, DuplicateDocumentCheck>();
        services.AddSingleton<ICheck, MappingsCheck>();
        services.AddSingleton<ICheck, TaxRatesCheck>();
        services.AddSingleton<ICheck, BankAccountCheck>();
        services.AddSingleton<ICheck, ChannelLinkCheck>();
        services.AddSingleton<ICheck, MultiMonthVatCheck>();
        services.AddSingleton<ICheck, StuckSendingCheck>();
        services.AddSingleton<ICheck, SalesChannelCheck>();
        services.AddSingleton<ICheck, SettlementStatusCheck>();

        services.AddSingleton(sp => new DiagnosisRunner(
            sp.GetRequiredService<AccountReader>(), sp.GetServices<IAccountingPlatform>(), sp.GetRequiredService<ConnectionTokens>(), sp.GetRequiredService<PlatformMemory>(), sp.GetServices<ICheck>(),
            sp.GetRequiredService<ErrorCatalogue>(), sp.GetRequiredService<TimeProvider>(), sp.GetRequiredService<IOptions<DiagnosisOptions>>(), sp.GetRequiredService<ILogger<DiagnosisRunner>>()));
        services.AddSingleton(sp => new SettlementFinder(sp.GetRequiredService<IDbContextFactory<SupportDbContext>>()));
        services.AddSingleton(sp => new SellerDirectory(sp.GetRequiredService<IDbContextFactory<SupportDbContext>>()));
        services.AddSingleton<SellerMoments>();
        services.TryAddSingleton<IBackOffice, NoBackOffice>();
        services.AddSingleton(sp => new SettlementSender(
            sp.GetRequiredService<AccountReader>(), sp.GetRequiredService<SellerMoments>(), sp.GetRequiredService<ConnectionTokens>(), sp.GetServices<IAccountingPlatform>()));
        services.AddSingleton(sp => new SnapshotLoader(sp.GetRequiredService<IDbContextFactory<SupportDbContext>>(), sp.GetRequiredService<TokenProtection>()));
        return services;
    }

    private static void AddReconnects(this IServiceCollection services)
    {
        services.AddSingleton<PlatformConsent>();
        services.AddSingleton<NewConnection>();
        services.AddSingleton(sp => new ReconnectLinks(sp.GetRequiredService<IDataProtectionProvider>(), sp.GetRequiredService<PlatformApps>()));
        services.AddSingleton(sp => new ReconnectFlows(
            sp.GetRequiredService<IDbContextFactory<SupportDbContext>>(), sp.GetRequiredService<ReconnectLinks>(), sp.GetRequiredService<PlatformConsent>(),
            sp.GetRequiredService<NewConnection>(), sp.GetRequiredService<TokenProtection>(), sp.GetRequiredService<ArticleLibrary>()));
    }

    private static void AddPlatform<TOptions>(this IServiceCollection services, string name)
        where TOptions : PlatformOptions => services
        .AddKeyedSingleton(name, (sp, _) => CallsOf(sp.GetRequiredService<IOptions<TOptions>>().Value, sp.GetService<SandboxAddress>()))
        .AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan) // The resilience handler sets the limits.
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }) // It would carry tokens to wherever it points.
        .AddHttpMessageHandler(sp => new ResilienceHandler(sp.GetRequiredKeyedService<TenantCalls>(name)))
        // Its request logging would write addresses that carry ids of organisations and queries.
        .RemoveAllLoggers();

    /// <summary>The sandbox has no quota: it is this very process, and a demo may look as often as it likes.</summary>
    private static TenantCalls CallsOf(PlatformOptions options, SandboxAddress? sandbox) =>
        new(options, countsMinutes: options.BaseUrl is not null || sandbox is null);
}
