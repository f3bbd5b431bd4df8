using SupportBot.ConversationTests.Teams;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Mail;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Email;

/// <summary>A case that does not reach the support team in Teams is e-mailed to the fallback address as well.</summary>
public sealed class TicketMailTests : IAsyncDisposable
{
    private const string Desk = "desk@example.com";
    private const string SellerId = "koala-crafts";

    private readonly FakeRelay _relay = new();

    [Fact]
    public async Task A_case_that_does_not_reach_teams_is_mailed_once_with_all_that_an_agent_needs_and_gets_its_thread_later()
    {
        await using var bot = await TeamsHost.StartAsync(Settings());
        var seller = await Seller.OpenChatAsync(bot.Host.Http, SellerId);
        var reference = await EscalateAsync(bot, seller);

        await seller.WaitAsync(() => IsSentAsync(bot, reference), "the mail");

        var mail = Assert.Single(_relay.Mail);
        Assert.Equal(("support@example.com", Desk), (mail.From, mail.To));
        Assert.Equal($"[{reference}] Shopify AU: One channel no longer posts (Koala Crafts Pty Ltd)", mail.Subject);
        Assert.All(
            [
                "This is a copy", "an answer does not reach the seller", "Koala Crafts", "Kirra", "E-mail: ", "Sales channel: Shopify AU", "8 Mar 2026", "Reconnect channel",
                "What was seen (", "without an error", "Checks:", "The channel's own link: failed", "Kirra Walsh: my settlement won't send", "/transcripts/",
            ],
            words => Assert.Contains(words, mail.Text, StringComparison.Ordinal));

        await bot.Priya.InstallAsync();
        var thread = await bot.Teams.UntilAsync(teams => teams.Threads is [var first, ..] ? first : null, "the ticket's card");
        Assert.Contains(reference, thread.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(_relay.Mail);
    }

    [Fact]
    public async Task A_case_that_reaches_teams_is_not_mailed()
    {
        await using var bot = await TeamsHost.StartAsync(Settings());
        await bot.Priya.InstallAsync();
        var seller = await Seller.OpenChatAsync(bot.Host.Http, SellerId);
        var reference = await EscalateAsync(bot, seller, until: () => bot.Teams.UntilAsync(teams => teams.Threads is [var first, ..] ? first : null, "the ticket's card"));

        // A later case that does not get there shows that the first one's time is over.
        bot.Teams.Fail(503, times: 10_000);
        var other = await Seller.OpenChatAsync(bot.Host.Http, "little-harbour");
        await other.SayAsync("Can I talk to a person please?");
        await other.WaitAsync(() => _relay.Mail.Count > 0, "the other's mail");

        Assert.DoesNotContain(_relay.Mail, mail => mail.Subject.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_that_takes_it_only_the_second_time_gets_the_same_message()
    {
        _relay.Refuse(".", "451 try again later");
        await using var bot = await TeamsHost.StartAsync(Settings());
        var seller = await Seller.OpenChatAsync(bot.Host.Http, SellerId);
        var reference = await EscalateAsync(bot, seller);

        await seller.WaitAsync(() => IsSentAsync(bot, reference), "the mail");

        Assert.Equal($"<ticket-mail.{reference}@example.com>", Assert.Single(_relay.Mail).Headers["Message-ID"]);
        Assert.Equal(2, _relay.Commands.Count(command => command == "DATA"));
    }

    [Fact]
    public async Task A_relay_that_refuses_for_good_is_shown_with_the_ticket_and_can_be_tried_again()
    {
        _relay.Refuse("RCPT", "550 no such user");
        await using var bot = await TeamsHost.StartAsync(Settings());
        var seller = await Seller.OpenChatAsync(bot.Host.Http, SellerId);
        var reference = await EscalateAsync(bot, seller);

        await seller.WaitAsync(async () => (await bot.Host.GetAsync("api/outbox"))!.AsArray().Count > 0, "the work that was given up");
        var dead = (await bot.Host.GetAsync("api/outbox"))![0]!;
        Assert.Equal<(string?, string?, string?)>(("ticket-mail", reference, "smtp-550"), ((string?)dead["kind"], (string?)dead["ticketReference"], (string?)dead["lastError"]));

        using var again = new HttpRequestMessage(HttpMethod.Post, $"api/outbox/{(string?)dead["id"]}/retry");
        again.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var answer = await bot.Host.Http.SendAsync(again);
        Assert.Equal(202, (int)answer.StatusCode);
        await seller.WaitAsync(() => _relay.Mail.Count == 1, "the mail");
    }

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private Dictionary<string, string> Settings() => new()
    {
        ["Support:Escalation:FallbackEmail"] = Desk,
        ["Support:Escalation:FallbackEmailAfter"] = "00:00:01",
        ["Email:Address"] = "support@example.com",
        ["Email:Outbound:Host"] = "127.0.0.1",
        ["Email:Outbound:Port"] = $"{_relay.Port}",
    };

    private static async Task<string> EscalateAsync(TeamsHost bot, Seller seller, Func<Task>? until = null)
    {
        await seller.SayAsync("my settlement won't send");
        await seller.ChooseAsync("Send to support");
        await (until?.Invoke() ?? Task.CompletedTask);
        return (string)(await bot.Host.GetAsync("api/tickets?status=waiting"))!.AsArray().Single()!["reference"]!;
    }

    /// <summary>The relay has it, and that is stored.</summary>
    private async Task<bool> IsSentAsync(TeamsHost bot, string reference) => _relay.Mail.Count > 0
        && !(await bot.Host.GetAsync("api/outbox?state=pending"))!.AsArray().Any(item => (string?)item!["kind"] == "ticket-mail" && (string?)item["ticketReference"] == reference);
}
