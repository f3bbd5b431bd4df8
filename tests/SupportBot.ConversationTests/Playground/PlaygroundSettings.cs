using SupportBot.Testing.Fakes.Teams;

namespace SupportBot.ConversationTests.Playground;

/// <summary>The Playground's world: the same tenant, team and people as the fake Connector's.</summary>
internal static class PlaygroundSettings
{
    // The Playground wants exactly five further people, and spells "principal" its own way.
    public static string Yaml { get; } = $$"""
        version: "0.1.1"
        tenantId: {{FakeTeam.TenantId}}
        bot: {id: "{{FakeTeam.BotId}}", name: SupportBot}
        currentUser: {{Person(FakeTeam.Priya)}}
        users:
          - {{Person(FakeTeam.Tom)}}
          - {{Person(FakeTeam.Stranger)}}
          - {{Person(new("29:1third", "11111111-aaaa-4bbb-8ccc-000000000003", "Third Person"))}}
          - {{Person(new("29:1fourth", "11111111-aaaa-4bbb-8ccc-000000000004", "Fourth Person"))}}
          - {{Person(new("29:1fifth", "11111111-aaaa-4bbb-8ccc-000000000005", "Fifth Person"))}}
        personalChat: {id: "a:personal-chat"}
        groupChat: {id: "19:group@thread.v2", name: Group}
        team:
          id: "{{FakeTeam.TeamId}}"
          name: Support
          aadGroupId: 33333333-aaaa-4bbb-8ccc-000000000001
          channels:
            - {id: "{{FakeTeam.ChannelId}}", name: Cases}

        """;

    private static string Person(AgentAccount person)
    {
        var names = person.Name.Split(' ');
        var address = $"{names[0]}@example.com";
        return $"{{id: \"{person.Id}\", name: {person.Name}, userPrincipleName: {address}, aadObjectId: {person.EntraId}, "
            + $"givenName: {names[0]}, surname: {names[1]}, email: {address}}}";
    }
}
