namespace SupportBot.Testing.Fakes.Teams;

/// <summary>The ids of one tenant with a support team, shaped as Teams' are.</summary>
public static class FakeTeam
{
    public const string TenantId = "0b1f6a1c-51c8-4b0c-9d3c-6f2f0d0c7a11";
    public const string AppId = "5c8a1f5e-7f0b-4d0e-8a39-1d2f3a4b5c6d";
    public const string BotId = "28:" + AppId;
    public const string TeamId = "19:general0000000000000000000000@thread.tacv2";
    public const string ChannelId = "19:support0000000000000000000000@thread.tacv2";

    /// <summary>Another team of the tenant, with the same members, and its General channel.</summary>
    public const string OtherTeamId = "19:other00000000000000000000000@thread.tacv2";

    public static AgentAccount Priya { get; } = new("29:1priya-of-the-support-team", "11111111-aaaa-4bbb-8ccc-000000000001", "Priya Shah");

    public static AgentAccount Tom { get; } = new("29:1tom-of-the-support-team", "11111111-aaaa-4bbb-8ccc-000000000002", "Tom Webb");

    /// <summary>In the same tenant, but no member of the team.</summary>
    public static AgentAccount Stranger { get; } = new("29:1someone-else", "11111111-aaaa-4bbb-8ccc-000000000009", "Someone Else");
}

/// <summary>A person as Teams knows them.</summary>
public sealed record AgentAccount(string Id, string EntraId, string Name);
