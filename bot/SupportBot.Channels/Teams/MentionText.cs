using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportBot.Channels.Requests;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Teams;

/// <summary>Separates what a person says from the mention that made Teams deliver it.</summary>
internal static partial class MentionText
{
    public static SaidText Strip(Activity activity)
    {
        var text = JsonText.WithoutNul(activity.Text ?? "");
        var bare = text;
        var mentionsBot = false;
        foreach (var (markup, id, name) in Mentions(activity))
        {
            var isBot = id == activity.Recipient?.Id;
            mentionsBot |= isBot;
            // Not every client repeats the markup beside the mention.
            var said = markup is { Length: > 0 } ? markup : $"<at>{WebUtility.HtmlEncode(name)}</at>";
            text = text.Replace(said, isBot ? "" : name ?? said, StringComparison.Ordinal);
            bare = bare.Replace(said, "", StringComparison.Ordinal);
        }

        return new SaidText(Trim(WithoutLeadingSpaces(text)), Bare(bare), mentionsBot);
    }

    /// <summary>What the words begin with to whoever reads them: neither markup nor a mention that no entity tells of.</summary>
    private static string Bare(string text) => LeadingMarkup().Replace(WebUtility.HtmlDecode(text), "").TrimEnd();

    /// <summary>Some clients write the space beside a mention as HTML would.</summary>
    private static string WithoutLeadingSpaces(string text) => LeadingSpaces().Replace(text, "");

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

    [GeneratedRegex(@"^(\s|\p{Cf}|<at\b[^>]{0,300}>.{0,300}?</at>|</?[a-z][^>]{0,300}>)+", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingMarkup();

    [GeneratedRegex(@"^(\s|&nbsp;|&#160;)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingSpaces();

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
/// <param name="Unaddressed">What it says first, for telling what it is: without markup or anybody's mention before it.</param>
internal sealed record SaidText(string Text, string Unaddressed, bool MentionsRecipient);
