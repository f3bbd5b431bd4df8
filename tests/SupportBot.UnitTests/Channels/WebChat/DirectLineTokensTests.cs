using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Testing.Fakes;
using Xunit;

namespace SupportBot.UnitTests.Channels.WebChat;

public sealed class DirectLineTokensTests
{
    private static readonly UserIdentity User = new("bright-kettle", "u-1");
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 20, 9, 0, 0, 250, TimeSpan.Zero));
    private readonly DirectLineTokens _tokens;

    public DirectLineTokensTests() => _tokens = new DirectLineTokens(WebChatSettings.Valid(), _clock);

    [Fact]
    public async Task A_token_names_its_conversation_and_its_user()
    {
        var (token, session) = _tokens.Start("c-1", User, "Ana");

        var reading = await _tokens.ReadAsync(token);

        Assert.Equal(TokenVerdict.Valid, reading.Verdict);
        Assert.Equal("c-1", reading.Value!.ConversationId);
        Assert.Equal(User, reading.Value.User);
        Assert.Equal("Ana", reading.Value.UserName);
        Assert.Equal(session.ExpiresAt, reading.Value.ExpiresAt);
        Assert.InRange(_tokens.SecondsLeft(session), 1800, 3600);
    }

    [Fact]
    public async Task A_token_ends()
    {
        var (token, _) = _tokens.Start("c-1", User, "Ana");
        Assert.Equal(TokenVerdict.Valid, (await _tokens.ReadAsync(token)).Verdict);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(TokenVerdict.Expired, (await _tokens.ReadAsync(token)).Verdict);
    }

    [Fact]
    public async Task A_session_is_refreshed_until_its_absolute_end_and_no_longer()
    {
        var (token, session) = _tokens.Start("c-1", User, "Ana");
        var end = _clock.GetUtcNow().AddHours(24);
        while (_clock.GetUtcNow().AddMinutes(50) < end)
        {
            _clock.Advance(TimeSpan.FromMinutes(50));
            var reading = await _tokens.ReadAsync(token);
            Assert.Equal(TokenVerdict.Valid, reading.Verdict);
            (token, session) = _tokens.Refresh(reading.Value!);
        }

        Assert.True(session.ExpiresAt <= end);
        _clock.Advance(end - _clock.GetUtcNow());
        Assert.Equal(TokenVerdict.Expired, (await _tokens.ReadAsync(token)).Verdict);
    }

    [Fact]
    public async Task A_stream_address_must_be_opened_within_a_minute_and_then_lasts_as_long_as_its_token()
    {
        var (_, session) = _tokens.Start("c-1", User, "Ana");
        var stream = _tokens.IssueForStream(session);

        var reading = await _tokens.ReadForStreamAsync(stream);
        Assert.Equal(session.ExpiresAt, reading.Value!.ExpiresAt);

        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TokenVerdict.Expired, (await _tokens.ReadForStreamAsync(stream)).Verdict);
    }

    [Fact]
    public async Task No_kind_of_token_passes_for_another()
    {
        var (conversation, session) = _tokens.Start("c-1", User, "Ana");
        var stream = _tokens.IssueForStream(session);
        var user = new UserTokenIssuer(WebChatSettings.Valid(), _clock).Issue(User);
        var users = new UserTokens(WebChatSettings.Valid(), _clock);

        Assert.Equal(TokenVerdict.Invalid, (await _tokens.ReadAsync(user)).Verdict);
        Assert.Equal(TokenVerdict.Invalid, (await _tokens.ReadAsync(stream)).Verdict);
        Assert.Equal(TokenVerdict.Invalid, (await _tokens.ReadForStreamAsync(conversation)).Verdict);
        Assert.Equal(TokenVerdict.Invalid, (await _tokens.ReadForStreamAsync(user)).Verdict);
        Assert.Equal(TokenVerdict.Invalid, (await users.ReadAsync(conversation)).Verdict);
        Assert.Equal(TokenVerdict.Invalid, (await users.ReadAsync(stream)).Verdict);
    }

    [Fact]
    public async Task A_token_of_another_installation_is_refused()
    {
        var others = new DirectLineTokens(WebChatSettings.Valid("the signing key of another installation"), _clock);

        Assert.Equal(TokenVerdict.Invalid, (await _tokens.ReadAsync(others.Start("c-1", User, "Ana").Token)).Verdict);
    }
}
