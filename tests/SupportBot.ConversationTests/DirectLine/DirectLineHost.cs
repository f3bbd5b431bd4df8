using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Storage;
using SupportBot.Testing.Builders;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

[CollectionDefinition(Name)]
public sealed class DirectLineCollection : ICollectionFixture<DirectLineHost>
{
    public const string Name = "Direct Line";
}

/// <summary>One host for the protocol tests, and a client that says everything itself: no Direct Line library stands between.</summary>
public sealed class DirectLineHost : IAsyncLifetime
{
    public const string SigningKey = "the signing key of the protocol tests";
    public const string AllowedOrigin = "https://app.example.com";

    /// <summary>Small, so that every test that reads a conversation reads pages.</summary>
    public const int PageSize = 3;

    private SupportBotHost? _host;

    public static Dictionary<string, string> Settings => new()
    {
        ["WebChat:SigningKey"] = SigningKey,
        ["WebChat:AllowedOrigins:0"] = AllowedOrigin,
        ["WebChat:PageSize"] = $"{PageSize}",
        ["WebChat:StreamInterval"] = "00:00:00.2",
        ["WebChat:RequestsPerSecondPerUser"] = "100000",
    };

    public SupportBotHost Host => _host ?? throw new InvalidOperationException("The host has not started.");

    public UserIdentity Ana { get; private set; }

    /// <summary>Of another account.</summary>
    public UserIdentity Ben { get; private set; }

    public async Task InitializeAsync()
    {
        _host = await SupportBotHost.StartAsync(Settings);
        var users = await UsersAsync(_host);
        (Ana, Ben) = (users[0], users[1]);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>One user of each seller.</summary>
    public static async Task<IReadOnlyList<UserIdentity>> UsersAsync(SupportBotHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var users = await db.SellerUsers.OrderBy(u => u.SellerId).ThenBy(u => u.Id).Select(u => new { u.SellerId, u.Id }).ToListAsync();
        return [.. users.DistinctBy(u => u.SellerId).Select(u => new UserIdentity(u.SellerId, u.Id))];
    }

    public static string UserToken(UserIdentity user) =>
        HandmadeToken.Sign(HandmadeToken.Claims(user.SellerId, user.UserId, TimeProvider.System.GetUtcNow()), SigningKey);

    /// <summary>Begins a new conversation.</summary>
    public Task<Chat> OpenAsync(UserIdentity? user = null) => OpenAsync(Host, user ?? Ana);

    public static async Task<Chat> OpenAsync(SupportBotHost host, UserIdentity user)
    {
        var started = await PostAsync(host, "conversations", UserToken(user));
        Assert.Equal(201, started.Status);
        return new Chat(host, user, started.Text("conversationId"), started.Text("token"), new Uri(started.Text("streamUrl")));
    }

    public Task<Answer> PostAsync(string path, string? token, JsonNode? body = null) => PostAsync(Host, path, token, body);

    public static Task<Answer> PostAsync(SupportBotHost host, string path, string? token, JsonNode? body = null) =>
        SendAsync(host, HttpMethod.Post, path, token, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<Answer> GetAsync(string path, string? token) => SendAsync(Host, HttpMethod.Get, path, token, null);

    public static async Task<Answer> SendAsync(SupportBotHost host, HttpMethod method, string path, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, $"v3/directline/{path}") { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, response.Headers, text);
    }
}
