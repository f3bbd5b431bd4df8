using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Protocol.Activities;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Playground;

/// <summary>Both sides of the wire with a client that we did not write.</summary>
public sealed class PlaygroundTests
{
    private static readonly Dictionary<string, string> Settings = new() { ["BotFramework:AllowUnauthenticated"] = "true" };

    [PlaygroundFact]
    public async Task A_message_in_a_channel_is_answered_in_its_thread()
    {
        await using var host = await SupportBotHost.StartAsync(Settings);
        await using var playground = await AgentsPlayground.StartAsync(host.Address);

        var thread = await playground.SayAsync(FakeTeam.ChannelId, "anyone there?");

        var shown = await playground.SeesAsync(s => s.ToJsonString().Contains("no case here", StringComparison.Ordinal));
        Assert.Equal("createMessage", (string?)shown["action"]);
        Assert.Equal(thread, (string?)shown["actionConversationId"]);
    }

    [PlaygroundFact]
    public async Task Installed_in_a_team_the_bot_begins_a_thread_and_changes_its_card()
    {
        await using var host = await SupportBotHost.StartAsync(Settings);
        await using var playground = await AgentsPlayground.StartAsync(host.Address);
        var connector = host.Services.GetRequiredService<ConnectorClient>();

        await playground.InstallAsync();
        var channel = await LearntAsync(host);
        Assert.Equal(new EscalationChannel(playground.ServiceUrl, FakeTeam.ChannelId, FakeTeam.TeamId, FakeTeam.TenantId, FakeTeam.BotId), channel);

        var thread = (await connector.StartThreadAsync(channel, Card("a new case"), default)).Value!;
        await playground.SeesAsync(shown => shown.ToJsonString().Contains("a new case", StringComparison.Ordinal));
        var update = await connector.UpdateAsync(channel.ServiceUrl, thread.ConversationId, thread.ActivityId!, Card("claimed by Priya"), default);
        Assert.True(update.Succeeded, update.Failure?.Code);
        await playground.SeesAsync(shown => (string?)shown["action"] == "updateMessage" && shown.ToJsonString().Contains("claimed by Priya", StringComparison.Ordinal));

        var members = await connector.MembersAsync(channel.ServiceUrl, channel.TeamId!, default);
        Assert.Contains(members.Value!, member => member.AadObjectId == FakeTeam.Tom.EntraId);
    }

    private static async Task<EscalationChannel> LearntAsync(SupportBotHost host)
    {
        var channels = host.Services.GetRequiredService<EscalationChannels>();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (await channels.FindAsync(deadline.Token) is { } channel)
            {
                return channel;
            }

            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    private static Activity Card(string text) => new()
    {
        Type = ActivityTypes.Message,
        Attachments =
        [
            new Attachment
            {
                ContentType = Attachment.AdaptiveCardType,
                Content = JsonSerializer.SerializeToElement(new
                {
                    type = "AdaptiveCard",
                    version = "1.5",
                    body = new[] { new { type = "TextBlock", text } },
                }),
            },
        ],
    };
}
