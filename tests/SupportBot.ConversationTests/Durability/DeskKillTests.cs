using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.ConversationTests.Teams;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Durability;

/// <summary>The process is killed hard between what was accepted and what comes of it, on either side of an escalation.</summary>
public sealed class DeskKillTests : IAsyncLifetime
{
    private const int Replies = 12;

    private readonly TemporaryFolder _folder = new();
    private FakeIssuer _issuer = null!;
    private FakeConnector _teams = null!;
    private SupportBotProcess _program = null!;
    private TeamsAgent _priya = null!;

    [Fact]
    public async Task A_case_whose_thread_was_not_begun_gets_one_thread_with_one_card()
    {
        _teams.Outage = 503;
        await _priya.InstallAsync();
        var (seller, reference) = await EscalateAsync();
        await seller.SayAsync("It is about the payout of Monday");

        await _program.KillAsync();
        _teams.Outage = null;
        await _program.StartAsync();

        await SeenAsync("the seller's words", m => m.Text.Contains("payout of Monday", StringComparison.Ordinal));
        await seller.WaitAsync(IsNothingWaitingAsync, "the end of the work");
        Assert.Contains(reference, Assert.Single(_teams.Threads).Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(_teams.Messages, m => m.Card is not null);
        Assert.Single(_teams.Messages, m => m.Text.Contains("payout of Monday", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_agent_wrote_reaches_the_seller_once_and_the_case_has_one_owner()
    {
        await _priya.InstallAsync();
        var (seller, reference) = await EscalateAsync();
        var thread = (await SeenAsync("the card", m => m.Card is not null)).ConversationId;
        await seller.WaitAsync(IsNothingWaitingAsync, "the stored thread");
        var messages = Enumerable.Range(1, Replies).Select(number => _priya.Message(thread, $"Answer {number:00}", isMention: false)).ToList();

        var sending = messages.Select(DeliverAsync).ToList();
        await await Task.WhenAny(sending);
        await _program.KillAsync();
        await _program.StartAsync();
        await Task.WhenAll(sending);
        // Teams delivers again what it heard no answer to; it may have been accepted all the same.
        foreach (var message in messages)
        {
            await DeliverAsync(message);
        }

        await seller.WaitAsync(() => messages.All(m => seller.Transcript.Any(a => (string?)a["text"] == (string?)m["text"])), "every answer");
        Assert.All(messages, m => Assert.Single(seller.Transcript, a => (string?)a["text"] == (string?)m["text"]));
        var ticket = (await GetAsync($"api/tickets/{reference}"))!;
        Assert.Equal(("claimed", "Priya Shah"), ((string?)ticket["status"], (string?)ticket["agent"]));
        Assert.Single(ticket["history"]!.AsArray(), line => (string?)line!["event"] == "claimed it");
        Assert.Equal("agent:Priya Shah", (string?)(await GetAsync($"api/conversations/{seller.ConversationId}"))!["owner"]);
        Assert.Single(_teams.Threads);
    }

    public async Task InitializeAsync()
    {
        _issuer = await FakeIssuer.StartAsync();
        _teams = await FakeConnector.StartAsync();
        var key = _issuer.AddKey("msteams");
        var settings = TeamsHost.Settings(_issuer, new Dictionary<string, string>(SharedTeams.WithoutRateLimits) { ["Outbox:Lease"] = "00:00:02" });
        _program = new SupportBotProcess(_folder, settings);
        await _program.StartAsync();
        _priya = new TeamsAgent(_program.Http, _teams, FakeTeam.Priya, () => key.Sign(FakeIssuer.Claims(FakeTeam.AppId, _teams.ServiceUrl)));
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        await _teams.DisposeAsync();
        await _issuer.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<(Seller Seller, string Reference)> EscalateAsync()
    {
        var seller = await Seller.OpenChatAsync(_program.Http, Teams.Escalation.SellerId);
        await seller.SayAsync("Can I talk to a person please?");
        return (seller, (string)(await GetAsync("api/tickets"))!.AsArray().Single()!["reference"]!);
    }

    private Task<FakeMessage> SeenAsync(string what, Func<FakeMessage, bool> isIt) => _teams.UntilAsync(teams => teams.Messages.FirstOrDefault(isIt), what);

    private async Task<bool> IsNothingWaitingAsync() => (await _program.Http.GetFromJsonAsync<JsonObject>("health/ready"))!["waiting"] is null;

    /// <summary>As Teams does that heard no answer: the same activity again.</summary>
    private async Task DeliverAsync(JsonObject message)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            try
            {
                using var answer = await _priya.SendAsync(message);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // The process is gone, before or after it stored the message.
            }
        }
        while (await timer.WaitForNextTickAsync(deadline.Token));
    }

    private async Task<JsonNode?> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var response = await _program.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonNode>();
    }
}
