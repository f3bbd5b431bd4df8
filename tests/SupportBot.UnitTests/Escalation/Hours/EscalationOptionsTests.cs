using SupportBot.Escalation.Hours;
using Xunit;

namespace SupportBot.UnitTests.Escalation.Hours;

public sealed class EscalationOptionsTests
{
    private const string Agent = "8d5a2f6e-0c1b-4b7e-9a3d-2f1e0c9b8a77";

    public static TheoryData<EscalationOptions, string> Wrong => new()
    {
        { new() { ReminderAfter = TimeSpan.Zero }, "Support:Escalation:ReminderAfter must be more than nothing" },
        { new() { SilentAgentAfter = TimeSpan.FromMinutes(-1) }, "Support:Escalation:SilentAgentAfter must be more than nothing" },
        // What 20, meant as minutes, is read as.
        { new() { BotBackAfter = TimeSpan.FromDays(20) }, "Support:Escalation:BotBackAfter must be more than nothing and at most 7 days" },
        { new() { FallbackEmailAfter = TimeSpan.Zero }, "Support:Escalation:FallbackEmailAfter must be more than nothing" },
        { new() { OnCallAfter = TimeSpan.FromMinutes(5) }, "Support:Escalation:OnCallAfter must not be shorter than Support:Escalation:ReminderAfter" },
        { new() { FallbackEmail = "support" }, "Support:Escalation:FallbackEmail must be one address" },
        { new() { FallbackEmail = "Support <support@example.com>" }, "Support:Escalation:FallbackEmail must be one address" },
        { new() { FallbackEmail = "a@example.com, b@example.com" }, "Support:Escalation:FallbackEmail must be one address" },
        { new() { Agents = $"{Agent}, Alex" }, "Support:Escalation:Agents holds 'Alex', which is no Entra object id" },
        { new() { OnCall = "alex" }, "Support:Escalation:OnCall holds 'alex', which is no Entra object id" },
        { new() { InternalMarker = "" }, "Support:Escalation:InternalMarker must be some characters" },
        { new() { InternalMarker = "/ /" }, "Support:Escalation:InternalMarker must be some characters" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_setting_that_cannot_be_stops_the_start(EscalationOptions options, string reason) =>
        Assert.StartsWith(reason, Assert.Single(Problems(options)), StringComparison.Ordinal);

    [Fact]
    public void Nothing_need_be_set() => Assert.Empty(Problems(new EscalationOptions()));

    [Fact]
    public void Everything_may_be_set() => Assert.Empty(Problems(new EscalationOptions
    {
        FallbackEmail = "support@example.com",
        Agents = Agent.ToUpperInvariant(),
        OnCall = Agent,
        InternalMarker = "#intern:",
    }));

    [Fact]
    public void People_are_divided_by_commas()
    {
        var options = new EscalationOptions { Agents = $" {Agent} ,, x", OnCall = "" };

        Assert.Equal([Agent, "x"], options.AgentIds);
        Assert.Empty(options.OnCallIds);
    }

    [Fact]
    public void The_address_is_not_repeated_where_it_is_refused() =>
        Assert.DoesNotContain("alex@", Assert.Single(Problems(new() { FallbackEmail = "Alex <alex@example.com>" })), StringComparison.Ordinal);

    private static IEnumerable<string> Problems(EscalationOptions options) =>
        new EscalationOptionsValidator().Validate(null, options).Failures ?? [];
}
