using System.Text.Json.Serialization;

namespace SupportBot.Dialogs.Engine;

/// <summary>How the conversation stands with what the person came for. See <see cref="DialogContext.Conclude"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Ending>))]
public enum Ending
{
    /// <summary>A problem was found, and nobody has said that it is put right.</summary>
    Unsolved,

    /// <summary>The person says so; no check has passed.</summary>
    Claimed,

    /// <summary>The check passed, or the document was read back.</summary>
    Verified,

    Escalated,
}
