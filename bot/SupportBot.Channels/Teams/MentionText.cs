using System.Text.Json;
using SupportBot.Channels.Requests;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Teams;

/// <summary>Separates what a person says from the mention that made Teams deliver it.</summary>
internal static class MentionText
{
    /// <returns>The text without mentions of the recipient, trimmed; and whether there was one.</returns>
    public static (string Text, bool MentionsRecipient) Strip(Activity activity)
    {
        var text = JsonText.WithoutNul(activity.Text ?? "");
        var mentioned = false;
        foreach (var mention in Mentions(activity))
        {
            mentioned = true;
            if (mention is { Length: > 0 })
            {
                text = text.Replace(mention, "", StringComparison.Ordinal);
            }
        }

        // Teams leaves non-breaking spaces beside a mention; Trim knows them as white space.
        return (text.Trim(), mentioned);
    }

    private static IEnumerable<string?> Mentions(Activity activity) =>
        activity is { Entities: { ValueKind: JsonValueKind.Array } entities, Recipient.Id: { } bot }
            ? entities.EnumerateArray().Where(entity => IsMentionOf(entity, bot)).Select(entity => Text(entity, "text"))
            : [];

    private static bool IsMentionOf(JsonElement entity, string id) =>
        Text(entity, "type") == "mention" && entity.TryGetProperty("mentioned", out var mentioned) && Text(mentioned, "id") == id;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
