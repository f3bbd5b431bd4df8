using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;
using Xunit;
using static SupportBot.ConversationTests.Durability.OutboxSteps;

namespace SupportBot.ConversationTests.Durability;

/// <summary>What a commit promised to the outside is done, in order, by whichever host, and its result arrives once.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Work_of_one_key_is_done_in_order_while_other_keys_go_ahead()
    {
        var release = new TaskCompletionSource();
        var worker = new RecordingWorker(async (item, ct) =>
        {
            await (item.Payload == "a1" ? release.Task.WaitAsync(ct) : Task.CompletedTask);
            return new OutboxOutcome.Done();
        });
        await using var host = await StartAsync(worker);

        await CommitAsync(host, Work("a", "a1"), Work("a", "a2"), Work("b", "b1"), Work("a", "a3"));
        await UntilAsync(host, async db => await db.Outbox.CountAsync(o => o.State == OutboxState.Done) == 1);
        Assert.DoesNotContain("a2", worker.Begun);

        release.SetResult();
        await UntilAllAsync(host, OutboxState.Done);
        Assert.Equal(["a1", "a2", "a3"], worker.Begun.Where(p => p.StartsWith('a')));
    }

    [Fact]
    public async Task A_side_that_hangs_holds_up_nothing_that_goes_to_another()
    {
        const string Other = "other-work";
        var release = new TaskCompletionSource();
        var hanging = new RecordingWorker(async (_, ct) =>
        {
            await release.Task.WaitAsync(ct);
            return new OutboxOutcome.Done();
        });
        var ready = new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Done()));
        await using var host = await SupportBotHost.StartAsync(folder: _folder, configure: builder => builder.Services
            .AddKeyedSingleton<IOutboxWorker>(RecordingWorker.Kind, hanging)
            .AddKeyedSingleton<IOutboxWorker>(Other, ready));

        await CommitAsync(host, [.. Enumerable.Range(0, 12).Select(n => Work($"key-{n}", $"{n}"))]);
        await UntilAsync(host, _ => Task.FromResult(!hanging.Begun.IsEmpty));
        await CommitAsync(host, new OutboxWork(Other, "another key", "other"));

        await UntilAsync(host, _ => Task.FromResult(!ready.Begun.IsEmpty));
        Assert.InRange(hanging.Begun.Count, 1, 3);
        release.SetResult();
        await UntilAllAsync(host, OutboxState.Done);
    }

    [Fact]
    public async Task What_was_done_long_ago_is_taken_away_and_what_was_given_up_stays()
    {
        var worker = new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Done()));
        await using (var first = await StartAsync(worker))
        {
            OutboxItem[] items = [Old("long-done", OutboxState.Done, days: 8), Old("lately-done", OutboxState.Done, days: 6), Old("dead", OutboxState.Dead, days: 60)];
            await first.Services.GetRequiredService<CommitQueue>().CommitAsync(CommitUnit.Of(db => db.Outbox.AddRange(items)), default);
        }

        await using var second = await StartAsync(worker);

        await UntilAsync(second, async db => await db.Outbox.CountAsync() == 2);
        await UntilAsync(second, async db => await db.Outbox.AllAsync(o => o.Payload != "long-done"));
    }

    [Fact]
    public async Task What_changed_while_the_work_ran_makes_it_run_again_at_once()
    {
        var worker = new RecordingWorker((item, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Done(Changes: item.Attempts > 1 ? null : MissesItsRow)));
        await using var host = await StartAsync(worker);

        await CommitAsync(host, Work("a", "p"));

        await UntilAllAsync(host, OutboxState.Done);
        Assert.Equal(["p", "p"], worker.Begun);
    }

    [Fact]
    public async Task Two_hosts_on_one_database_do_each_piece_of_work_once()
    {
        var worker = new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Done()));
        await using var one = await StartAsync(worker);
        await using var two = await StartAsync(worker);
        var work = Enumerable.Range(0, 60).Select(n => Work($"key-{n % 20}", $"{n:D2}")).ToArray();

        await CommitAsync(one, work);
        await UntilAllAsync(one, OutboxState.Done);

        Assert.Equal(work.Select(w => w.Payload), worker.Begun.Order());
    }

    [Fact]
    public async Task A_result_arrives_in_its_conversation_once_though_the_work_ran_twice()
    {
        RecordingWorker? worker = null;
        worker = new RecordingWorker((item, _) => Task.FromResult<OutboxOutcome>(item.Attempts < 3
            ? new OutboxOutcome.Retry("busy", TimeSpan.Zero)
            : new OutboxOutcome.Done(new InboundEvent(
                item.ConversationId!, $"outbox:{item.Id}", new Activity { Type = ActivityTypes.Message, Text = "thanks", From = new() { Id = "x", Role = "user" } }))));
        await using var host = await StartAsync(worker);
        var seller = await Seller.OpenChatAsync(host.Http, "little-harbour");

        await CommitAsync(host, Work("a", "p", seller.ConversationId));

        await seller.WaitAsync(() => seller.Transcript.Any(a => ((string?)a["text"])?.StartsWith("You're welcome", StringComparison.Ordinal) == true), "the answer");
        Assert.Equal(3, worker.Begun.Count);
        Assert.Single(seller.Transcript, a => (string?)a["text"] == "thanks");
    }

    [Fact]
    public async Task What_is_given_up_is_shown_to_support_and_told_to_the_seller_with_a_way_to_a_person()
    {
        await using var host = await StartAsync(new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.GiveUp("refused"))));
        var seller = await Seller.OpenChatAsync(host.Http, "little-harbour");

        await CommitAsync(host, Work("a", "p", seller.ConversationId));

        await seller.WaitAsync(() => seller.Transcript.Any(a => ((string?)a["text"])?.Contains("could not be done", StringComparison.Ordinal) == true), "the news");
        Assert.Contains("Talk to a person", seller.Choices);
        var dead = Assert.Single((await host.GetAsync("api/outbox?state=dead"))!.AsArray());
        Assert.Equal(("test-work", "dead", "refused"), ((string?)dead!["kind"], (string?)dead["state"], (string?)dead["lastError"]));
        var health = await host.Http.GetFromJsonAsync<JsonObject>("health/ready");
        Assert.Equal(("degraded", 1), ((string?)health!["status"], (int?)health["givenUp"]));
        Assert.Empty((await host.GetAsync("api/outbox?state=pending"))!.AsArray());
    }

    [Fact]
    public async Task Work_that_a_killed_process_had_begun_goes_on_when_its_lease_ends_and_not_before()
    {
        var worker = new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Done()));
        await using var host = await StartAsync(worker);
        var over = Begun(Work("a", "over"), leaseFor: TimeSpan.FromSeconds(-1));
        var held = Begun(Work("b", "held"), leaseFor: TimeSpan.FromHours(1));

        await host.Services.GetRequiredService<CommitQueue>().CommitAsync(CommitUnit.Of(db => db.Outbox.AddRange(over, held)), default);
        await UntilAsync(host, db => db.Outbox.AnyAsync(o => o.Id == over.Id && o.State == OutboxState.Done));

        Assert.Equal(["over"], worker.Begun);
    }

    [Fact]
    public async Task Work_that_ends_every_process_is_given_up_unseen()
    {
        var worker = new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Done()));
        await using var host = await StartAsync(worker);
        var poison = Begun(Work("a", "poison"), leaseFor: TimeSpan.FromSeconds(-1));
        poison.Attempts = 20;

        await host.Services.GetRequiredService<CommitQueue>().CommitAsync(CommitUnit.Of(db => db.Outbox.Add(poison)), default);
        await UntilAllAsync(host, OutboxState.Dead);

        Assert.Empty(worker.Begun);
    }

    [Theory]
    [InlineData("nonsense", 400)]
    [InlineData("pending", 200)]
    public async Task The_list_says_which_states_there_are(string state, int status)
    {
        await using var host = await StartAsync(new RecordingWorker((_, _) => Task.FromResult<OutboxOutcome>(new OutboxOutcome.Done())));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/outbox?state={state}");
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    public void Dispose() => _folder.Dispose();

    private static OutboxItem Old(string payload, OutboxState state, int days)
    {
        var item = Work(payload, payload).ToItem();
        item.State = state;
        item.CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromDays(days);
        return item;
    }

    /// <summary>As a change does whose row somebody else has changed since it was read.</summary>
    private static void MissesItsRow(SupportDbContext db)
    {
        var gone = db.Attach(new OutboxItem { Id = "gone", Kind = RecordingWorker.Kind, OrderingKey = "gone", Payload = "" });
        gone.Property(o => o.State).IsModified = true;
    }

    private static OutboxItem Begun(OutboxWork work, TimeSpan leaseFor)
    {
        var item = work.ToItem();
        item.Attempts = 1;
        item.LeaseUntil = TimeProvider.System.GetUtcNow().UtcDateTime + leaseFor;
        return item;
    }

    private Task<SupportBotHost> StartAsync(RecordingWorker worker) => SupportBotHost.StartAsync(
        folder: _folder, configure: builder => builder.Services.AddKeyedSingleton<IOutboxWorker>(RecordingWorker.Kind, worker));
}
