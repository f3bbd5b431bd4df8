using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class SellerDirectoryTests
{
    [Fact]
    public async Task A_user_is_found_within_the_seller()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft().WithEbay(null));
        var found = await host.Services.GetRequiredService<SellerDirectory>().FindAsync(AccountDraft.SellerId, "ada", CancellationToken.None);
        Assert.Equal(("Tidy Shelf Ltd", "en-GB", "Ada Marsh", "ada@tidyshelf.example", "owner"), (found!.SellerName, found.Locale, found.UserName, found.UserEmail, found.UserRole));
        Assert.Equal(["Amazon UK", "eBay UK"], found.ChannelNames);
    }

    [Theory]
    [InlineData("tidy-shelf", "bob", false)]
    [InlineData("no-such-seller", null, false)]
    [InlineData("tidy-shelf", null, true)]
    public async Task Who_does_not_exist_is_not_found(string seller, string? user, bool isFound)
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft());
        var found = await host.Services.GetRequiredService<SellerDirectory>().FindAsync(seller, user, CancellationToken.None);
        Assert.Equal((isFound, null), (found is not null, found?.UserRole));
    }
}
