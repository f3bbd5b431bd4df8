using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using SupportBot.Accounts;
using SupportBot.Accounts.Accounting;
using SupportBot.Storage;

namespace SupportBot.UnitTests.Accounts;

/// <summary>The typed clients with their real resilience, over answers that a test scripts.</summary>
internal sealed class PlatformClients : IDisposable
{
    private readonly ServiceProvider services;

    /// <param name="server">Answers instead of <see cref="Http"/>.</param>
    public PlatformClients(HttpMessageHandler? server = null)
    {
        Http = new MockHttpMessageHandler();
        server ??= Http;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDbContextFactory<SupportDbContext>()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddAccounts()
            .AddHttpClient(AccountingHttpClients.Xero).ConfigurePrimaryHttpMessageHandler(() => server).Services
            .AddHttpClient(AccountingHttpClients.QuickBooks).ConfigurePrimaryHttpMessageHandler(() => server).Services
            .BuildServiceProvider();
    }

    public MockHttpMessageHandler Http { get; }

    public IAccountingPlatform Of(string platform) =>
        services.GetServices<IAccountingPlatform>().Single(p => p.Platform.ToString().Equals(platform, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        services.Dispose();
        Http.Dispose();
    }
}
