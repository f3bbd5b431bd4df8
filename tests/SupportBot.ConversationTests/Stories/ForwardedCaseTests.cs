using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Stories;

/// <summary>A Basic user of a seller passes a fix on to the owner: two people, two conversations, one case.</summary>
public sealed partial class ForwardedCaseTests
{
    [Fact]
    public async Task Owner_makes_the_fix_and_whoever_asked_learns_of_it()
    {
        await using var host = await SupportBotHost.StartAsync();
        var rupert = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "rupert");
        await rupert.SayAsync("my settlement won't send");
        var caseId = CaseIn(rupert);

        var ivy = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "ivy", caseId);
        await ivy.WaitAsync(() => Heard(ivy).Contains("What to do", StringComparison.Ordinal), "the fix");
        Assert.Contains("Rupert Dale asked for your help", Heard(ivy), StringComparison.Ordinal);
        Assert.NotEqual(rupert.ConversationId, ivy.ConversationId);

        await ReconnectAsync(host, ivy);
        await ivy.SayAsync("done");
        Assert.Contains("solved", Heard(ivy), StringComparison.OrdinalIgnoreCase);

        await rupert.WaitAsync(() => Heard(rupert).Contains("that is solved", StringComparison.Ordinal), "the news");
    }

    [Fact]
    public async Task Link_leads_each_person_to_a_conversation_of_their_own_and_always_to_the_same()
    {
        await using var host = await SupportBotHost.StartAsync();
        var rupert = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "rupert");
        await rupert.SayAsync("my settlement won't send");
        var caseId = CaseIn(rupert);

        var ivy = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "ivy", caseId);
        var ivyAgain = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "ivy", caseId);
        var rupertAgain = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "rupert", caseId);

        Assert.Equal(ivy.ConversationId, ivyAgain.ConversationId);
        Assert.Equal(rupert.ConversationId, rupertAgain.ConversationId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_tells_another_seller_nothing_not_even_that_there_is_such_a_case(bool exists)
    {
        await using var host = await SupportBotHost.StartAsync();
        var rupert = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "rupert");
        await rupert.SayAsync("my settlement won't send");

        var stranger = await Seller.OpenChatAsync(host.Http, "tulip-trading", null, exists ? CaseIn(rupert) : "0123456789abcdef");

        await stranger.WaitAsync(() => stranger.Transcript.Count(Seller.IsBotMessage) == 2, "the greeting");
        Assert.Contains("leads to nothing in this account", Heard(stranger), StringComparison.Ordinal);
        Assert.DoesNotContain("Rupert", Heard(stranger), StringComparison.Ordinal);
    }

    private static string Heard(Seller seller) => string.Join('\n', seller.Transcript.Where(Seller.IsBotMessage).Select(a => a.ToJsonString()));

    internal static string CaseIn(Seller seller) => CaseParameter().Match(Heard(seller)) is { Success: true } found
        ? found.Groups[1].Value
        : throw new InvalidOperationException("The note carries no link.");

    private static async Task ReconnectAsync(SupportBotHost host, Seller seller)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "demo/connections/xero/reconnect") { Content = System.Net.Http.Json.JsonContent.Create(new JsonObject()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seller.UserToken);
        using var response = await host.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("supportbot-case=([0-9a-f]+)")]
    private static partial Regex CaseParameter();
}
