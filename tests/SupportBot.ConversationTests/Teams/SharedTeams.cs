using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>One host with a support team for all tests of a class: each has a conversation and a ticket of its own.</summary>
public sealed class SharedTeams : IAsyncLifetime
{
    /// <summary>All sellers are one demo user, and they poll.</summary>
    internal static readonly Dictionary<string, string> WithoutRateLimits = new()
    {
        ["WebChat:RequestsPerSecondPerUser"] = "100000",
        ["WebChat:RequestBurstPerUser"] = "100000",
        ["WebChat:RequestsPerSecondPerAddress"] = "100000",
        ["WebChat:RequestBurstPerAddress"] = "100000",
    };

    private TeamsHost? _bot;

    public TeamsHost Bot => _bot ?? throw new InvalidOperationException("The host has not started.");

    public async Task InitializeAsync()
    {
        _bot = await TeamsHost.StartAsync(WithoutRateLimits);
        await _bot.Priya.InstallAsync();
    }

    public async Task DisposeAsync() => await Bot.DisposeAsync();
}
