using SupportBot.Channels.WebChat;
using Xunit;

namespace SupportBot.UnitTests.Channels.WebChat;

public sealed class WebChatOptionsTests
{
    private static readonly WebChatOptions Valid = new() { SigningKey = WebChatSettings.SigningKey };

    [Fact]
    public void The_defaults_need_only_a_key() => Assert.True(Validate(Valid).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData("31 bytes are not quite enough..")]
    public void A_missing_or_short_key_stops_the_start(string key) =>
        Assert.Contains("SigningKey", Validate(Valid with { SigningKey = key }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void A_key_is_measured_in_bytes() =>
        Assert.True(Validate(Valid with { SigningKey = new string('€', 11) }).Succeeded);

    [Theory]
    [InlineData("https://app.example.com")]
    [InlineData("http://localhost:5173")]
    public void An_origin_is_scheme_host_and_port(string origin) =>
        Assert.True(Validate(Valid with { AllowedOrigins = [origin] }).Succeeded);

    [Theory]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com/chat")]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("file:///page.html")]
    public void Anything_else_is_no_origin(string origin) =>
        Assert.Contains("AllowedOrigins", Validate(Valid with { AllowedOrigins = [origin] }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Limits_must_let_something_through() =>
        Assert.Contains("PageSize", Validate(Valid with { PageSize = 0 }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Tokens_last_between_half_an_hour_and_an_hour()
    {
        Assert.True(Validate(Valid with { TokenLifetime = TimeSpan.FromMinutes(29) }).Failed);
        Assert.True(Validate(Valid with { TokenLifetime = TimeSpan.FromMinutes(61) }).Failed);
        Assert.True(Validate(Valid with { SessionLifetime = TimeSpan.FromMinutes(59) }).Failed);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(WebChatOptions options) =>
        new WebChatOptionsValidator().Validate(null, options);
}
