using SupportBot.Protocol.Activities;

namespace SupportBot.Protocol.DirectLine;

/// <summary>Some activities of a conversation, in order.</summary>
/// <param name="Watermark">Where to read on; null with what is not kept, such as typing.</param>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);
