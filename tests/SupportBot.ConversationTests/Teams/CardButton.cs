using System.Text.Json.Nodes;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Finds buttons of Adaptive Cards, also within the forms that other buttons open.</summary>
public static class CardButton
{
    public static JsonObject Find(JsonObject card, string title) => All(card).FirstOrDefault(action => (string?)action["title"] == title)
        ?? throw new InvalidOperationException($"The card has no button '{title}', but: {string.Join(", ", All(card).Select(action => (string?)action["title"]))}");

    /// <summary>What a client sends for the button, with what is filled in under it.</summary>
    public static (string Verb, JsonObject Data) Fill(JsonObject card, string title, params (string Input, string Value)[] inputs)
    {
        var action = Find(card, title);
        var data = (JsonObject)action["data"]!.DeepClone();
        foreach (var (input, value) in inputs)
        {
            data[input] = value;
        }

        return ((string)action["verb"]!, data);
    }

    public static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject found when (string?)found["type"] == "Action.Execute" => [found],
        JsonObject other => other.SelectMany(property => All(property.Value)),
        JsonArray items => items.SelectMany(All),
        _ => [],
    };
}
