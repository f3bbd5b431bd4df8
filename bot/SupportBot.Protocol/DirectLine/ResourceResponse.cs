namespace SupportBot.Protocol.DirectLine;

/// <summary>The id that the server gave an activity.</summary>
public sealed record ResourceResponse(string Id);
