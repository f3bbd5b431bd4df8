using System.Globalization;
using System.Text.Json;
using SupportBot.Channels.Requests;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Teams;

/// <summary>Separates what a person says from the mention that made Teams deliver it.</summary>
internal static class MentionText
{
    public static SaidText Strip(Activity activity)
    {
        var (text, bare) = (JsonText.WithoutNul(activity.Text ?? ""), JsonText.WithoutNul(activity.Text ?? ""));
        var mentionsBot = false;
        foreach (var (markup, id, name) in Mentions(activity))
        {
            var isBot = id == activity.Recipient?.Id;
            mentionsBot |= isBot;
            if (markup is { Length: > 0 })
            {
                text = text.Replace(markup, isBot ? "" : name ?? markup, StringComparison.Ordinal);
                bare = bare.Replace(markup, "", StringComparison.Ordinal);
            }
        }

        return new SaidText(Trim(text), Trim(bare), mentionsBot);
    }

    /// <summary>Teams leaves non-breaking spaces beside a mention, and some clients invisible marks.</summary>
    private static string Trim(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || char.GetUnicodeCategory(text[start]) == UnicodeCategory.Format))
        {
            start++;
        }

        return text[start..].TrimEnd();
    }

    private static IEnumerable<(string? Markup, string Id, string? Name)> Mentions(Activity activity)
    {
        foreach (var entity in activity is { Entities: { ValueKind: JsonValueKind.Array } entities, Recipient.Id: not null } ? entities.EnumerateArray() : default)
        {
            if (Text(entity, "type") == "mention" && entity.TryGetProperty("mentioned", out var mentioned) && Text(mentioned, "id") is { } id)
            {
                yield return (Text(entity, "text"), id, Text(mentioned, "name"));
            }
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}

/// <param name="Text">Without mentions of the recipient, trimmed; other people stand by their names.</param>
/// <param name="Unaddressed">Without anybody's mention.</param>
internal sealed record SaidText(string Text, string Unaddressed, bool MentionsRecipient);
