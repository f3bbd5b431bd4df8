using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Startup;

/// <summary>The built program with settings that it must not start with.</summary>
public sealed class RefusedStartTests
{
    [Theory]
    [InlineData("environment=Production", "WebChat:SigningKey must be text of at least 32 bytes")]
    [InlineData("environment=Production;WebChat:SigningKey=0123456789012345678901234567890", "WebChat:SigningKey must be text of at least 32 bytes")]
    [InlineData("environment=Production;WebChat:SigningKey=01234567890123456789012345678901;Demo:Enabled=true", "Demo:Enabled is true")]
    [InlineData("WebChat:AllowedOrigins=https://shop.example/", "WebChat:AllowedOrigins holds 'https://shop.example/'")]
    [InlineData("WebChat:AllowedOrigins=*", "WebChat:AllowedOrigins holds '*'")]
    [InlineData("WebChat:MaxTextLength=many", "WebChat:MaxTextLength")]
    [InlineData("Demo:Now=soon", "Demo:Now is 'soon'")]
    [InlineData("Demo:Snapshot=no-such-file.json", "no-such-file.json")]
    [InlineData("Accounting:Xero:BaseUrl=http://books.example", "BaseUrl must be an https address")]
    [InlineData("Accounting:QuickBooks:IdentityUrl=http://books.example", "IdentityUrl must be an https address")]
    [InlineData("urls=nonsense", "ASPNETCORE_URLS holds 'nonsense'")]
    [InlineData("urls=ftp://localhost:3979", "ASPNETCORE_URLS holds 'ftp://localhost:3979'")]
    [InlineData("urls=http://127.0.0.1:99999", "ASPNETCORE_URLS holds 'http://127.0.0.1:99999'")]
    [InlineData("urls=http://127.0.0.1:3978/bot", "ASPNETCORE_URLS holds 'http://127.0.0.1:3978/bot'")]
    [InlineData("http_ports=many", "ASPNETCORE_HTTP_PORTS holds 'many'")]
    [InlineData("Storage:Provider=Oracle", "Storage:Provider is 'Oracle'")]
    [InlineData("ConnectionStrings:SupportBot=Data Source=/proc/none/supportbot.db", "ConnectionStrings:SupportBot")]
    [InlineData("Support:OpeningHours:TimeZone=Europe/Londres;Support:OpeningHours:Shifts=Mon-Fri 09:00-17:30", "Support:OpeningHours:TimeZone is 'Europe/Londres'")]
    [InlineData("Support:OpeningHours:CalendarPath=no-such-file.ics", "Support:OpeningHours:CalendarPath is 'no-such-file.ics'")]
    [InlineData("Support:Escalation:BotBackAfter=15", "Support:Escalation:BotBackAfter must be more than nothing and at most 7 days")]
    [InlineData("Support:Escalation:FallbackEmail=desk@example.com;Email:Address=support@example.com", "Set Email:Outbound:Host to an SMTP relay")]
    [InlineData("Support:Escalation:FallbackEmail=desk@example.com;Email:Outbound:Host=127.0.0.1", "Set Email:Address to the support address")]
    [InlineData("Email:Outbound:Host=127.0.0.1;Email:Outbound:PickupDirectory=mail", "Set one: a relay or a folder")]
    [InlineData("Email:Outbound:Host=127.0.0.1;Email:Outbound:Port=0", "Email:Outbound:Port must be")]
    [InlineData("Email:Address=Support <support@example.com>", "Email:Address must be one address without a name")]
    public async Task A_setting_that_cannot_be_is_named_in_one_line_and_without_a_stack_trace(string settings, string reason)
    {
        using var folder = new TemporaryFolder();
        await using var program = new SupportBotProcess(
            folder, settings.Split(';').Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => s[1]));

        var said = await program.StartInVainAsync();

        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
