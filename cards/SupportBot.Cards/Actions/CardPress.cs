using System.Text.Json;

namespace SupportBot.Cards.Actions;

/// <summary>A press of a card's button as it came back. Who pressed is known from elsewhere; what it says may be anything.</summary>
/// <param name="Verb">Usually one of <see cref="CardVerbs"/>; an unknown one is for the dialog to answer.</param>
/// <param name="Values">The inputs and further data by name, trimmed. Web Chat leaves out a field that the person emptied; other clients send an empty string.</param>
public sealed record CardPress(string Verb, string CardId, IReadOnlyDictionary<string, string> Values)
{
    private const int LongestName = 64;
    private const int LongestId = 200;
    private const int LongestValue = 4000;
    private const int MostValues = 32;

    /// <summary>
    /// Reads an activity's <c>value</c>. Numbers and true or false become text; nested values and nulls are left out.
    /// Null when it is no card press, or carries more or longer values than any card of ours can send.
    /// </summary>
    public static CardPress? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return ReadValues(value) is { } values
                && values.Remove("verb", out var verb) && verb.Length is > 0 and <= LongestName
                && values.Remove("cardId", out var cardId) && cardId.Length is > 0 and <= LongestId
                    ? new CardPress(verb, cardId, values)
                    : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is valid JSON but no text.
            return null;
        }
    }

    private static Dictionary<string, string>? ReadValues(JsonElement value)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (ReadText(property.Value) is not { } text)
            {
                continue;
            }

            if (property.Name.Length > LongestName || text.Length > LongestValue || values.Count == MostValues)
            {
                return null;
            }

            values[property.Name] = text;
        }

        return values;
    }

    private static string? ReadText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()?.Trim(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
