using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Connector;
using SupportBot.Channels.Connector.Admission;
using SupportBot.Testing.Fakes;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.UnitTests.Channels.Connector;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private FakeIssuer? _issuer;
    private SigningKeys? _keys;

    private FakeIssuer Issuer => _issuer!;

    private SigningKeys Keys => _keys!;

    public async Task InitializeAsync()
    {
        _issuer = await FakeIssuer.StartAsync();
        _keys = new SigningKeys(
            _services.GetRequiredService<IHttpClientFactory>(),
            Options.Create(new BotFrameworkOptions { OpenIdMetadataUrl = _issuer.MetadataUrl }),
            _clock,
            NullLogger<SigningKeys>.Instance);
    }

    public async Task DisposeAsync()
    {
        Keys.Dispose();
        await _services.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_read_once_for_many_tokens_and_again_after_a_day()
    {
        var key = Issuer.AddKey("msteams");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Keys.FindAsync(key.Id, default).AsTask()));
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.NotNull((await Keys.FindAsync(key.Id, default)).Key);
        Assert.Equal(1, Issuer.Reads);

        _clock.Advance(TimeSpan.FromHours(2));
        Assert.NotNull((await Keys.FindAsync(key.Id, default)).Key);
        Assert.Equal(2, Issuer.Reads);
    }

    [Fact]
    public async Task A_new_key_is_found_when_a_token_names_it()
    {
        var old = Issuer.AddKey("msteams");
        await Keys.FindAsync(old.Id, default);
        _clock.Advance(TimeSpan.FromMinutes(2));
        var rolled = Issuer.AddKey("msteams");

        Assert.NotNull((await Keys.FindAsync(rolled.Id, default)).Key);
    }

    [Fact]
    public async Task Invented_key_ids_do_not_make_us_ask_without_end()
    {
        await Keys.FindAsync(Issuer.AddKey("msteams").Id, default);

        for (var second = 0; second < 120; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Null((await Keys.FindAsync($"invented-{second}", default)).Key);
        }

        Assert.Equal(3, Issuer.Reads);
    }

    [Fact]
    public async Task A_withdrawn_key_signs_no_longer_than_a_day()
    {
        var key = Issuer.AddKey("msteams");
        await Keys.FindAsync(key.Id, default);
        Issuer.Withdraw(key);
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Null((await Keys.FindAsync(key.Id, default)).Key);
    }

    [Fact]
    public async Task Old_keys_serve_while_the_issuer_is_down_but_not_for_ever()
    {
        var key = Issuer.AddKey("msteams");
        await Keys.FindAsync(key.Id, default);
        Issuer.IsDown = true;

        _clock.Advance(TimeSpan.FromDays(4));
        Assert.NotNull((await Keys.FindAsync(key.Id, default)).Key);

        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((null, false), ((await Keys.FindAsync(key.Id, default)).Key, (await Keys.FindAsync(key.Id, default)).IsAvailable));
    }

    [Fact]
    public async Task An_issuer_that_comes_back_is_asked_again_soon()
    {
        var key = Issuer.AddKey("msteams");
        Issuer.IsDown = true;
        Assert.False((await Keys.FindAsync(key.Id, default)).IsAvailable);

        Issuer.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.NotNull((await Keys.FindAsync(key.Id, default)).Key);
    }
}
