using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Dialogs.Engine;

/// <summary>The stored form of a <see cref="DialogState"/>.</summary>
public static class DialogStateJson
{
    /// <summary>Numbers of cards that an unreadable state may have given out are left behind.</summary>
    private const int NumbersAfterRestart = 10_000;

    public static string Write(DialogState state) => JsonSerializer.Serialize(state, DialogStateJsonContext.Default.DialogState);

    /// <summary>Null is a new dialog. What cannot be read, or is of another schema, restarts the dialog and says so.</summary>
    public static DialogState Read(string? json)
    {
        if (json is null)
        {
            return DialogState.Initial;
        }

        try
        {
            if (JsonSerializer.Deserialize(json, DialogStateJsonContext.Default.DialogState) is { Schema: DialogState.CurrentSchema } state)
            {
                return state;
            }
        }
        catch (JsonException)
        {
            // Another version wrote it; the person loses their place, not their conversation.
        }

        return DialogState.Initial with { Restarted = true, Greeted = true, LastNumber = NumbersAfterRestart };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DialogState))]
internal sealed partial class DialogStateJsonContext : JsonSerializerContext;
