using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage.Outbox;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;
using Xunit;
using static SupportBot.ConversationTests.Durability.OutboxSteps;

namespace SupportBot.ConversationTests.Durability;

/// <summary>Who looks after the product sees what waits for the outside, and can have it tried again.</summary>
public sealed class OutboxCareTests
{
    [Fact]
    public async Task What_waits_is_shown_with_its_age_and_last_error_and_does_no_harm_to_readiness()
    {
        await using var host = await StartAsync(new RecordingWorker((item, _) => Task.FromResult<OutboxOutcome>(
            item.Payload == "old" ? new OutboxOutcome.Retry("busy-503", TimeSpan.FromHours(1)) : new OutboxOutcome.Done())));
        var old = new OutboxWork(RecordingWorker.Kind, "team:LMB-7K2Q", "old").ToItem();
        old.CreatedAt -= TimeSpan.FromMinutes(30);
        var behind = new OutboxWork(RecordingWorker.Kind, "team:LMB-7K2Q", "behind").ToItem();

        await host.Services.GetRequiredService<CommitQueue>().CommitAsync(CommitUnit.Of(db => db.Outbox.AddRange(old, behind)), default);
        await UntilAsync(host, db => db.Outbox.AnyAsync(o => o.LastError != null));

        var health = await host.Http.GetFromJsonAsync<JsonObject>("health/ready");
        Assert.Equal("ready", (string?)health!["status"]);
        var waiting = Assert.Single(health["waiting"]!.AsArray())!;
        Assert.Equal((RecordingWorker.Kind, 2, "busy-503"), ((string?)waiting["kind"], (int)waiting["count"]!, (string?)waiting["lastError"]));
        Assert.InRange((long)waiting["oldestSeconds"]!, 1800, 1860);
        Assert.All((await host.GetAsync("api/outbox?state=pending"))!.AsArray(), item => Assert.Equal("LMB-7K2Q", (string?)item!["ticketReference"]));
    }

    [Fact]
    public async Task What_was_given_up_can_be_tried_again_and_is_told_again_when_it_fails_again()
    {
        var isMended = false;
        var worker = new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(isMended ? new OutboxOutcome.Done() : new OutboxOutcome.GiveUp("refused")));
        await using var host = await StartAsync(worker);
        var seller = await Seller.OpenChatAsync(host.Http, "little-harbour");
        int News() => seller.Transcript.Count(a => ((string?)a["text"])?.Contains("could not be done", StringComparison.Ordinal) == true);
        await CommitAsync(host, Work("a", "p", seller.ConversationId));
        await seller.WaitAsync(() => News() == 1, "the news");
        var id = (string)(await host.GetAsync("api/outbox"))![0]!["id"]!;

        Assert.Equal(202, await RetryAsync(host, id));
        await seller.WaitAsync(() => News() == 2, "the second news");
        isMended = true;
        Assert.Equal(202, await RetryAsync(host, id));
        await UntilAllAsync(host, OutboxState.Done);

        Assert.Equal(["p", "p", "p"], worker.Begun);
        Assert.Equal(409, await RetryAsync(host, id));
        Assert.Equal(404, await RetryAsync(host, "none"));
    }

    [Fact]
    public async Task Work_tried_again_goes_before_what_waits_behind_it_and_not_beside_what_runs()
    {
        var release = new TaskCompletionSource();
        var worker = new RecordingWorker(async (item, ct) =>
        {
            await (item.Payload == "a2" ? release.Task.WaitAsync(ct) : Task.CompletedTask);
            return item is { Payload: "a1" } && !release.Task.IsCompleted ? new OutboxOutcome.GiveUp("refused") : new OutboxOutcome.Done();
        });
        await using var host = await StartAsync(worker);
        await CommitAsync(host, Work("a", "a1"), Work("a", "a2"), Work("a", "a3"));
        await UntilAsync(host, db => db.Outbox.AnyAsync(o => o.Payload == "a2" && o.Attempts == 1));

        Assert.Equal(202, await RetryAsync(host, (string)(await host.GetAsync("api/outbox"))![0]!["id"]!));
        await CommitAsync(host, Work("b", "b1"));
        await UntilAsync(host, db => db.Outbox.AnyAsync(o => o.Payload == "b1" && o.State == OutboxState.Done));
        Assert.Equal(["a1", "a2", "b1"], worker.Begun);
        release.SetResult();

        await UntilAllAsync(host, OutboxState.Done);
        Assert.Equal(["a1", "a2", "b1", "a1", "a3"], worker.Begun);
    }

    [Fact]
    public async Task A_worker_says_how_many_runs_it_is_worth()
    {
        var worker = new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Retry("busy", TimeSpan.Zero))) { MostRuns = 3 };
        await using var host = await StartAsync(worker);

        await CommitAsync(host, Work("a", "p"));

        await UntilAllAsync(host, OutboxState.Dead);
        Assert.Equal(["p", "p", "p"], worker.Begun);
    }

    private static async Task<int> RetryAsync(SupportBotHost host, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/outbox/{id}/retry");
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var response = await host.Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static Task<SupportBotHost> StartAsync(RecordingWorker worker) => SupportBotHost.StartAsync(
        configure: builder => builder.Services.AddKeyedSingleton<IOutboxWorker>(RecordingWorker.Kind, worker));
}
