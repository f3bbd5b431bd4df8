using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.Benchmarks.Load;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>The support team at work: open cases, agents who answer, and new cases meanwhile.</summary>
internal static class Desk
{
    private const int Cases = 200;
    private const int NewCases = 20;
    private const int Agents = 20;
    private const string SellerId = "koala-crafts";

    /// <summary>Each agent answers, and a new case comes, this often.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public static async Task<FigureTable> RunAsync()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var teams = await FakeConnector.StartAsync();
        using var folder = new TemporaryFolder();
        await using var program = new SupportBotProcess(folder, Settings(issuer));
        await program.StartAsync();
        var agents = Hire(program.Http, teams, issuer.AddKey("msteams"));
        using var installed = await agents[0].InstallAsync();
        var cases = new List<DeskCase>();
        for (var number = 0; number < Cases; number++)
        {
            cases.Add(new DeskCase(await Chat.OpenAsync(program.Http, SellerId)));
        }

        await Parallel.ForEachAsync(cases.Take(Cases - NewCases), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) => await one.EscalateAsync());
        await FindCardsAsync(program.Http, teams, cases[..^NewCases]);

        var answered = new ConcurrentBag<TimeSpan>();
        var working = agents.Select((agent, number) => WorkAsync(agent, [.. cases[..^NewCases].Where((_, index) => index % Agents == number)], answered)).ToList();
        await ComeInAsync(cases[^NewCases..]);
        await FindCardsAsync(program.Http, teams, cases[^NewCases..]);
        await Task.WhenAll(working);

        var (cards, answers) = (new Percentiles(cases[^NewCases..].Select(one => one.UntilCard)), new Percentiles(answered));
        cases.ForEach(one => one.Chat.Dispose());
        return new FigureTable($"Desk: {Cases} open cases, {Agents} agents who answer once a second each, a new case every second")
            .Add("escalation to card, p50", cards.At(0.5), unit: "ms")
            .Add("escalation to card, p95", cards.At(0.95), unit: "ms", aim: "< 1,000 ms")
            .Add("agent's answer to seller, p50", answers.At(0.5), unit: "ms")
            .Add("agent's answer to seller, p95", answers.At(0.95), unit: "ms", aim: "< 1,000 ms")
            .Add("answers", answers.Count);
    }

    private static Dictionary<string, string> Settings(FakeIssuer issuer) => new(ProductSettings.ForLoad)
    {
        ["BotFramework:AppId"] = FakeTeam.AppId,
        ["BotFramework:TenantId"] = FakeTeam.TenantId,
        ["BotFramework:OpenIdMetadataUrl"] = issuer.MetadataUrl.AbsoluteUri,
    };

    private static List<TeamsAgent> Hire(HttpClient bot, FakeConnector teams, IssuerKey key)
    {
        var token = key.Sign(FakeIssuer.Claims(FakeTeam.AppId, teams.ServiceUrl));
        var accounts = Enumerable.Range(1, Agents).Select(n => new AgentAccount($"29:1agent-{n}", $"22222222-aaaa-4bbb-8ccc-{n:000000000000}", $"Agent{n} Smith")).ToList();
        accounts.ForEach(teams.Members.Add);
        return [.. accounts.Select(account => new TeamsAgent(bot, teams, account, () => token))];
    }

    private static async Task WorkAsync(TeamsAgent agent, IReadOnlyList<DeskCase> own, ConcurrentBag<TimeSpan> answered)
    {
        using var timer = new PeriodicTimer(Pace);
        for (var turn = 0; turn < NewCases && await timer.WaitForNextTickAsync(); turn++)
        {
            answered.Add(await own[turn % own.Count].AnswerAsync(agent));
        }
    }

    private static async Task ComeInAsync(IReadOnlyList<DeskCase> cases)
    {
        using var timer = new PeriodicTimer(Pace);
        var coming = new List<Task>();
        foreach (var one in cases)
        {
            await timer.WaitForNextTickAsync();
            coming.Add(one.EscalateAsync());
        }

        await Task.WhenAll(coming);
    }

    /// <summary>A thread is known by the reference on its card, and that by the conversation.</summary>
    private static async Task FindCardsAsync(HttpClient bot, FakeConnector teams, IReadOnlyList<DeskCase> cases)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/tickets");
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var response = await bot.SendAsync(request);
        var references = (await response.Content.ReadFromJsonAsync<JsonArray>())!
            .ToDictionary(ticket => (string)ticket!["conversationId"]!, ticket => (string)ticket!["reference"]!);
        foreach (var one in cases)
        {
            var reference = references[one.Chat.ConversationId];
            one.Card = await teams.UntilAsync(t => t.Threads.FirstOrDefault(m => ((string?)m.Activity["summary"])?.StartsWith(reference, StringComparison.Ordinal) == true), "a card");
        }
    }
}
