using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.BackOffice;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Support's own actions, asked for on the ticket's card.</summary>
public sealed class SupportPressTests
{
    [Fact]
    public async Task Whoever_has_the_case_acts_and_keeps_it_and_the_seller_hears_what_was_done()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");

        await its.PressAsync(its.Priya, "Reconnect it now", ("reason-reconnect-channel", "The link dropped"));

        await its.ThreadShowsAsync("nothing left for support");
        await its.Seller.HearAsync("renewed this channel's link");
        Assert.Contains("They'll go on with you here", (string?)its.Seller.Replies[^1]["text"], StringComparison.Ordinal);
        Assert.Equal(("claimed", "agent:Priya Shah"), (await its.StatusAsync(), await its.OwnerAsync()));
        await its.CardShowsAsync("Checked again after a reconnect of the channel");
        await its.CardShowsAsync("asked for a reconnect of the channel: The link dropped");
    }

    [Fact]
    public async Task A_colleague_does_not_act_on_a_case_that_somebody_has()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");

        var refused = await its.PressAsync(its.Tom, "Reconnect it now", ("reason-reconnect-channel", "The link dropped"));

        Assert.StartsWith($"Priya Shah has {its.Reference}", (string?)refused["value"], StringComparison.Ordinal);
        Assert.DoesNotContain(await its.HistoryAsync(), line => line.Contains("asked for a reconnect of the channel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_action_that_can_never_be_done_ends_as_failed_and_may_be_asked_for_again()
    {
        await using var its = await Escalation.InTeamsAsync(configure: builder => builder.Services.AddSingleton<IBackOffice>(new DeafBackOffice()));
        await its.PressAsync(its.Priya, "Reconnect it now", ("reason-reconnect-channel", "The link dropped"));

        await its.RunLastAsync("support-action");

        await its.ThreadShowsAsync("the back office did not answer");
        await its.Seller.ReadAsync();
        Assert.DoesNotContain(its.Seller.Transcript, a => ((string?)a["text"])?.Contains("could not be done", StringComparison.Ordinal) == true);
        var again = await its.PressAsync(its.Priya, "Reconnect it now", ("reason-reconnect-channel", "Once more"));
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)again["type"]);
    }

    [Fact]
    public async Task An_action_that_fails_says_so_in_the_thread_and_changes_nothing()
    {
        await using var its = await Escalation.InTeamsAsync();
        await using (var db = await its.OpenDatabaseAsync())
        {
            // The seller has taken it out of the account since.
            await db.Tickets.ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.SalesChannel, "Shopify of old"));
        }

        await its.PressAsync(its.Priya, "Reconnect it now", ("reason-reconnect-channel", "The link dropped"));

        await its.ThreadShowsAsync("Nothing was changed");
        Assert.Equal(("waiting", "waiting"), (await its.StatusAsync(), await its.OwnerAsync()));
        Assert.Contains("agent:Priya Shah: asked for a reconnect of the channel: The link dropped", await its.HistoryAsync());
    }
}
