using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Conversations;
using SupportBot.Testing.Hosting;
using Xunit;
using Seller = SupportBot.Testing.Drivers.Seller;

namespace SupportBot.ConversationTests.Stories;

public sealed class ReminderTests
{
    [Fact]
    public async Task Seller_who_asked_is_told_of_the_change_even_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        string conversationId;
        await using (var host = await SupportBotHost.StartAsync(folder: folder))
        {
            var seller = await Seller.OpenChatAsync(host.Http, "tulip-trading");
            await seller.SayAsync("my settlement won't send");
            await seller.ChooseAsync("Tell me when it changes");
            conversationId = seller.ConversationId;
            await using var db = await OpenAsync(host);
            await db.Settlements.Where(s => s.SellerId == "tulip-trading" && s.Status == SettlementStatus.AwaitingVat)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SettlementStatus.Ready));
        }

        await using var restarted = await SupportBotHost.StartAsync(folder: folder);
        await using (var db = await OpenAsync(restarted))
        {
            Assert.Equal(1, await MakeDueAsync(db, conversationId));
        }

        var back = await Seller.OpenChatAsync(restarted.Http, "tulip-trading", resume: true);
        Assert.Equal(conversationId, back.ConversationId);
        await back.WaitAsync(() => back.Transcript.Any(a => ((string?)a["text"])?.Contains("and it has", StringComparison.Ordinal) == true), "the news");
        Assert.Equal(0, await PendingAsync(restarted, conversationId));
    }

    [Fact]
    public async Task A_reminder_outlives_a_process_that_is_killed()
    {
        using var folder = new TemporaryFolder();
        await using var program = new SupportBotProcess(folder);
        await program.StartAsync();
        var seller = await Seller.OpenChatAsync(program.Http, "tulip-trading");
        await seller.SayAsync("my settlement won't send");
        await seller.ChooseAsync("Tell me when it changes");

        await program.KillAsync();
        await using (var db = new SupportDbContext(new DbContextOptionsBuilder<SupportDbContext>().UseSqlite($"Data Source={folder.File("supportbot.db")}").Options))
        {
            await db.Settlements.Where(s => s.SellerId == "tulip-trading" && s.Status == SettlementStatus.AwaitingVat)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SettlementStatus.Ready));
            Assert.Equal(1, await MakeDueAsync(db, seller.ConversationId));
        }

        await program.StartAsync();

        await seller.WaitAsync(() => seller.Transcript.Any(a => ((string?)a["text"])?.Contains("and it has", StringComparison.Ordinal) == true), "the news");
    }

    /// <summary>As if the time had passed: what is due goes by the real clock, which no test waits for.</summary>
    private static Task<int> MakeDueAsync(SupportDbContext db, string conversationId) =>
        db.Inbox.Where(e => e.ConversationId == conversationId && e.State == InboxState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, DateTime.UnixEpoch));

    private static async Task<int> PendingAsync(SupportBotHost host, string conversationId)
    {
        await using var db = await OpenAsync(host);
        return await db.Inbox.CountAsync(e => e.ConversationId == conversationId && e.State == InboxState.Pending);
    }

    private static Task<SupportDbContext> OpenAsync(SupportBotHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
}
