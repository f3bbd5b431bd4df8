using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Testing.Builders;
using SupportBot.Testing.Fakes;
using Xunit;

namespace SupportBot.UnitTests.Channels.WebChat;

public sealed class UserTokensTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
    private readonly ManualClock _clock = new(Now);
    private readonly UserTokens _tokens;

    public UserTokensTests() => _tokens = new UserTokens(WebChatSettings.Valid(), _clock);

    [Fact]
    public async Task A_token_as_the_contract_describes_it_says_who_its_user_is()
    {
        var reading = await _tokens.ReadAsync(Sign(Claims()));

        Assert.Equal(TokenVerdict.Valid, reading.Verdict);
        Assert.Equal(new UserIdentity("bright-kettle", "u-1"), reading.Value);
    }

    [Fact]
    public async Task A_token_of_the_demo_sign_in_is_accepted_for_an_hour()
    {
        var token = new UserTokenIssuer(WebChatSettings.Valid(), _clock).Issue(new UserIdentity("bright-kettle", "u-1"));

        Assert.Equal(TokenVerdict.Valid, (await _tokens.ReadAsync(token)).Verdict);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TokenVerdict.Expired, (await _tokens.ReadAsync(token)).Verdict);
    }

    [Fact]
    public async Task An_end_more_than_an_hour_ahead_is_refused() =>
        await AssertRefused(Sign(Claims(("exp", Now.AddMinutes(61).ToUnixTimeSeconds()))));

    [Fact]
    public async Task A_token_without_an_end_is_refused()
    {
        var reading = await _tokens.ReadAsync(Sign(Claims(("exp", null))));

        Assert.NotEqual(TokenVerdict.Valid, reading.Verdict);
    }

    [Theory]
    [InlineData("iss", "someone-else")]
    [InlineData("iss", null)]
    [InlineData("aud", "another-product")]
    [InlineData("aud", null)]
    [InlineData("sub", "")]
    [InlineData("sub", null)]
    [InlineData("seller", null)]
    [InlineData("seller", "an id that is longer than any column that would have to keep it, so")]
    public async Task A_token_with_a_wrong_or_missing_claim_is_refused(string claim, string? value) =>
        await AssertRefused(Sign(Claims((claim, value))));

    [Fact]
    public async Task A_token_that_is_not_valid_yet_is_refused() =>
        await AssertRefused(Sign(Claims(("nbf", Now.AddMinutes(5).ToUnixTimeSeconds()))));

    [Fact]
    public async Task A_token_of_another_key_is_refused() =>
        await AssertRefused(Sign(Claims(), key: "another key that is just as long as ours is"));

    [Theory]
    [InlineData("none")]
    [InlineData("HS384")]
    [InlineData("RS256")]
    public async Task Any_algorithm_but_HS256_is_refused(string algorithm) =>
        await AssertRefused(Sign(Claims(), algorithm));

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var signed = Sign(Claims(), "none");

        await AssertRefused(signed[..(signed.LastIndexOf('.') + 1)]);
    }

    [Fact]
    public async Task A_changed_claim_breaks_the_token()
    {
        var parts = Sign(Claims()).Split('.');
        var other = Sign(Claims(("seller", "another-seller"))).Split('.');

        await AssertRefused($"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    public async Task Rubbish_is_refused(string token) => await AssertRefused(token);

    [Fact]
    public async Task A_token_that_was_accepted_once_still_ends()
    {
        var token = Sign(Claims());
        Assert.Equal(TokenVerdict.Valid, (await _tokens.ReadAsync(token)).Verdict);

        _clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(TokenVerdict.Expired, (await _tokens.ReadAsync(token)).Verdict);
    }

    private async Task AssertRefused(string token) =>
        Assert.Equal(TokenVerdict.Invalid, (await _tokens.ReadAsync(token)).Verdict);

    private static Dictionary<string, object> Claims(params (string Name, object? Value)[] changes)
    {
        var claims = HandmadeToken.Claims("bright-kettle", "u-1", Now);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = value;
            }
        }

        return claims;
    }

    private static string Sign(Dictionary<string, object> claims, string algorithm = "HS256", string key = WebChatSettings.SigningKey) =>
        HandmadeToken.Sign(claims, key, algorithm);
}
