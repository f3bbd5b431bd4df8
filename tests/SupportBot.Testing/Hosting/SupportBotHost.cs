using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Host.Startup;

namespace SupportBot.Testing.Hosting;

/// <summary>
/// The real host in this process: Kestrel on a free port of 127.0.0.1, a SQLite file of its own, demo sellers and sandbox
/// platforms. Everything goes with it.
/// </summary>
public sealed class SupportBotHost : IAsyncDisposable
{
    public const string ApiKey = "key-of-the-tests";

    private readonly TemporaryFolder _folder;
    private readonly bool _ownsFolder;

    private SupportBotHost(WebApplication app, TemporaryFolder folder, bool ownsFolder)
    {
        App = app;
        _folder = folder;
        _ownsFolder = ownsFolder;
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public WebApplication App { get; }

    /// <summary>Speaks to the host as a stranger would.</summary>
    public HttpClient Http { get; }

    public Uri Address => Http.BaseAddress!;

    public IServiceProvider Services => App.Services;

    /// <param name="settings">As in the README's table, with <c>:</c> between parts; they win over the test's own.</param>
    /// <param name="folder">Where the database lies; given by tests that start a second host on it.</param>
    /// <param name="configure">Replaces edges such as platforms by fakes.</param>
    public static async Task<SupportBotHost> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, TemporaryFolder? folder = null, Action<WebApplicationBuilder>? configure = null)
    {
        var own = folder is null;
        folder ??= new TemporaryFolder();
        var all = new Dictionary<string, string>
        {
            ["environment"] = "Development",
            ["urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings:SupportBot"] = $"Data Source={folder.File("supportbot.db")}",
            ["Support:ApiKey"] = ApiKey,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            all[key] = value;
        }

        var app = SupportBotApplication.Build([.. all.Select(setting => $"--{setting.Key}={setting.Value}")], configure);
        await app.PrepareAsync();
        await app.StartAsync();
        return new SupportBotHost(app, folder, own);
    }

    /// <summary>What the support API answers to its key.</summary>
    public async Task<JsonNode?> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", ApiKey);
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonNode>();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }
}
