using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;
using Seller = SupportBot.Testing.Drivers.Seller;

namespace SupportBot.ConversationTests.Connect;

/// <summary>Reconnecting over the wire: what counts, what changes nothing, and what no page or table gives away.</summary>
public sealed class ReconnectTests
{
    private const string Xero = "maple-and-moss";

    [Fact]
    public async Task The_browser_goes_to_the_platform_with_state_and_a_proof_key()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        using var http = Direct();
        using var answer = await http.GetAsync(seller.LinkOf("Reconnect"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal($"{host.Address}connect/xero/callback", query["redirect_uri"]);
        Assert.Equal("offline_access accounting.settings.read accounting.invoices", query["scope"]);
        var flow = Assert.Single(await FlowsAsync(host));
        Assert.DoesNotContain(query["state"].ToString(), flow.StateHash, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((Xero, "xero", "ivy", seller.ConversationId), (flow.SellerId, flow.ConnectionId, flow.UserId, flow.ConversationId));
        Assert.InRange(flow.ExpiresAt, DateTime.MinValue, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(16));
    }

    [Theory]
    [InlineData(Xero, "Xero is connected again")]
    [InlineData("paper-lantern", "QuickBooks is connected again")]
    public async Task Approving_stores_new_tokens_and_the_bot_checks_again_by_itself(string id, string words)
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, id);
        var before = await ConnectionAsync(host, id);
        using var browser = new ConsentBrowser();

        await seller.NoticeAsync(() => browser.ReconnectAsync(seller.LinkOf("Reconnect"), "approve"));

        Assert.Equal(200, browser.Tab.Status);
        Assert.Contains(words, browser.Tab.Html, StringComparison.Ordinal);
        var after = await ConnectionAsync(host, id);
        Assert.Equal((ConnectionStatus.Connected, null), (after.Status, after.AuthorisationEndedAt));
        Assert.True(after.ConnectedAt > (before.ConnectedAt ?? DateTime.MinValue));
        Assert.NotEqual(before.AccessToken, after.AccessToken);
        Assert.Contains(seller.Replies, reply => ((string)reply["text"]!).Contains("you have approved the connection", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deny", "You did not approve")]
    [InlineData("other", "That was another organisation")]
    public async Task What_is_not_the_same_organisation_changes_nothing_and_can_be_tried_again(string choice, string words)
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        var before = await ConnectionAsync(host, Xero);
        using var browser = new ConsentBrowser();

        await browser.ReconnectAsync(seller.LinkOf("Reconnect"), choice);

        Assert.Equal(409, browser.Tab.Status);
        Assert.Contains("Nothing was changed", browser.Tab.Html, StringComparison.Ordinal);
        Assert.Contains(words, browser.Tab.Html, StringComparison.Ordinal);
        var after = await ConnectionAsync(host, Xero);
        Assert.Equal((before.AccessToken, before.RefreshToken, before.Status, before.ConnectedAt), (after.AccessToken, after.RefreshToken, after.Status, after.ConnectedAt));

        var retry = browser.Tab.Html.Split("href=\"/connect")[1].Split('"')[0];
        await seller.NoticeAsync(() => browser.ReconnectAsync(new Uri(host.Address, "/connect" + WebUtility.HtmlDecode(retry)), "approve"));
        Assert.Contains("is connected again", browser.Tab.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        using var browser = new ConsentBrowser();
        await seller.NoticeAsync(() => browser.ReconnectAsync(seller.LinkOf("Reconnect"), "approve"));
        var stored = await ConnectionAsync(host, Xero);

        await browser.OpenAsync(browser.Tab.Address);

        Assert.Equal(410, browser.Tab.Status);
        Assert.Contains("has been used", browser.Tab.Html, StringComparison.Ordinal);
        Assert.Equal(stored.AccessToken, (await ConnectionAsync(host, Xero)).AccessToken);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_changes_nothing()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        var before = await ConnectionAsync(host, Xero);
        using var browser = new ConsentBrowser();
        await browser.OpenAsync(seller.LinkOf("Reconnect"));
        await using (var db = await DatabaseAsync(host))
        {
            var past = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1);
            await db.ReconnectFlows.ExecuteUpdateAsync(set => set.SetProperty(f => f.ExpiresAt, past));
        }

        await browser.DecideAsync("approve");

        Assert.Equal(410, browser.Tab.Status);
        Assert.Equal(before.AccessToken, (await ConnectionAsync(host, Xero)).AccessToken);
    }

    [Fact]
    public async Task An_answer_in_another_browser_changes_nothing_and_uses_nothing_up()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        using var mine = new ConsentBrowser();
        using var http = Direct();
        await mine.OpenAsync(seller.LinkOf("Reconnect"));
        var state = QueryHelpers.ParseQuery(mine.Tab.Address.Query)["state"];

        using var theirs = await http.GetAsync(new Uri(host.Address, $"connect/xero/callback?state={state}&code=c.x.y"));

        Assert.Equal(HttpStatusCode.Conflict, theirs.StatusCode);
        Assert.Contains("another browser", await theirs.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await seller.NoticeAsync(() => mine.DecideAsync("approve"));
        Assert.Contains("is connected again", mine.Tab.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_do_not_disturb_each_other()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        using var first = new ConsentBrowser();
        using var second = new ConsentBrowser(beside: first);
        await first.OpenAsync(seller.LinkOf("Reconnect"));
        await second.OpenAsync(seller.LinkOf("Reconnect"));

        await seller.NoticeAsync(() => first.DecideAsync("approve"));
        Assert.Contains("is connected again", first.Tab.Html, StringComparison.Ordinal);
        await second.DecideAsync("approve");
        Assert.Contains("is connected again", second.Tab.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://support.example.com", true)]
    [InlineData("http://support.example.com", false)]
    public async Task The_cookie_is_as_safe_as_the_address_that_browsers_use(string publicUrl, bool isSecure)
    {
        await using var host = await SupportBotHost.StartAsync(new Dictionary<string, string> { ["WebChat:PublicUrl"] = publicUrl });
        var seller = await WithButtonAsync(host, Xero);
        using var http = Direct();

        using var answer = await http.GetAsync(new Uri(host.Address, seller.LinkOf("Reconnect").PathAndQuery));

        Assert.Equal(isSecure, Assert.Single(answer.Headers.GetValues("Set-Cookie")).Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("connect/xero?link=nonsense", 410)]
    [InlineData("connect/xero", 410)]
    [InlineData("connect/xero/callback?state=nonsense&code=x", 410)]
    [InlineData("connect/xero/callback", 410)]
    [InlineData("connect/sage?link=nonsense", 404)]
    public async Task What_nobody_began_ends_on_a_clear_page(string path, int status)
    {
        await using var host = await SupportBotHost.StartAsync();
        using var answer = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(await FlowsAsync(host));
    }

    [Fact]
    public async Task A_link_is_for_its_own_platform()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        using var answer = await host.Http.GetAsync(new Uri(seller.LinkOf("Reconnect").AbsoluteUri.Replace("/xero", "/quickbooks", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_whose_role_was_taken_away_cannot_finish()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        using var browser = new ConsentBrowser();
        await browser.OpenAsync(seller.LinkOf("Reconnect"));
        await using (var db = await DatabaseAsync(host))
        {
            await db.SellerUsers.Where(u => u.Id == "ivy").ExecuteUpdateAsync(set => set.SetProperty(u => u.Role, UserRole.Basic));
        }

        var before = await ConnectionAsync(host, Xero);
        await browser.DecideAsync("approve");

        Assert.Equal(403, browser.Tab.Status);
        Assert.Equal(before.AccessToken, (await ConnectionAsync(host, Xero)).AccessToken);
        await browser.OpenAsync(seller.LinkOf("Reconnect"));
        Assert.Equal(403, browser.Tab.Status);
    }

    [Fact]
    public async Task While_a_person_has_the_conversation_the_bot_is_silent_and_the_ticket_tells()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await WithButtonAsync(host, Xero);
        await seller.ChooseAsync("Talk to a person");
        var said = seller.Transcript.Count(Seller.IsBotMessage);
        using var browser = new ConsentBrowser();

        await browser.ReconnectAsync(seller.LinkOf("Reconnect"), "approve");

        await seller.WaitAsync(async () => (await HistoryAsync(host, seller)).Contains("reconnected Xero", StringComparison.Ordinal), "the note");
        Assert.Equal(said, seller.Transcript.Count(Seller.IsBotMessage));
    }

    private static async Task<Seller> WithButtonAsync(SupportBotHost host, string id)
    {
        var seller = await Seller.OpenChatAsync(host.Http, id);
        await seller.SayAsync("my settlement won't send");
        Assert.Contains(seller.Choices, choice => choice.StartsWith("Reconnect ", StringComparison.Ordinal));
        return seller;
    }

    private static HttpClient Direct() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private static Task<SupportDbContext> DatabaseAsync(SupportBotHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();

    private static async Task<IReadOnlyList<ReconnectFlow>> FlowsAsync(SupportBotHost host)
    {
        await using var db = await DatabaseAsync(host);
        return await db.ReconnectFlows.AsNoTracking().ToListAsync();
    }

    private static async Task<BookkeepingConnection> ConnectionAsync(SupportBotHost host, string sellerId)
    {
        await using var db = await DatabaseAsync(host);
        return await db.BookkeepingConnections.AsNoTracking().FirstAsync(c => c.SellerId == sellerId);
    }

    private static async Task<string> HistoryAsync(SupportBotHost host, Seller seller)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/tickets");
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var response = await host.Http.SendAsync(request);
        var tickets = (await response.Content.ReadFromJsonAsync<JsonArray>())!;
        return tickets.Single(t => (string?)t!["conversationId"] == seller.ConversationId)!["history"]!.ToJsonString();
    }
}
