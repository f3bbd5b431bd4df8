using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Sandbox;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class SandboxLoopbackTests
{
    [Theory]
    [InlineData("http://localhost:3978", "http://localhost:3978/sandbox/xero/")]
    [InlineData("http://127.0.0.1:5001", "http://127.0.0.1:5001/sandbox/xero/")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/sandbox/xero/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/sandbox/xero/")]
    [InlineData("http://*:8080", "http://localhost:8080/sandbox/xero/")]
    [InlineData("https://localhost:5443 http://localhost:5080", "http://localhost:5080/sandbox/xero/")]
    [InlineData("", "http://localhost/sandbox/xero/")]
    public void A_platform_that_is_not_configured_is_the_host_itself(string listening, string expected) =>
        Assert.Equal(expected, Addresses(listening, new XeroOptions()).XeroApi.AbsoluteUri);

    [Fact]
    public void A_configured_platform_wins_over_the_sandbox() =>
        Assert.Equal("https://xero.example/api/", Addresses("http://localhost:3978", new XeroOptions { BaseUrl = "https://xero.example/api" }).XeroApi.AbsoluteUri);

    [Fact]
    public void Without_the_sandbox_it_is_the_platform()
    {
        var addresses = new PlatformAddresses(Options.Create(new XeroOptions()), Options.Create(new QuickBooksOptions()));
        Assert.Equal(
            ("https://api.xero.com/", "https://oauth.platform.intuit.com/"), (addresses.XeroApi.AbsoluteUri, addresses.QuickBooksIdentity.AbsoluteUri));
    }

    private static PlatformAddresses Addresses(string listening, XeroOptions xero) =>
        new(Options.Create(xero), Options.Create(new QuickBooksOptions()), new SandboxAddress(new ListeningServer(listening)));

    private sealed class ListeningServer : IServer, IServerAddressesFeature
    {
        public ListeningServer(string listening)
        {
            Addresses = [.. listening.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            Features.Set<IServerAddressesFeature>(this);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public ICollection<string> Addresses { get; }

        public bool PreferHostingUrls { get; set; }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
