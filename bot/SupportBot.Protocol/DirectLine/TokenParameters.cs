namespace SupportBot.Protocol.DirectLine;

/// <summary>The body of <c>tokens/generate</c>. What Direct Line allows beyond this (user, trusted origins) is decided by the server.</summary>
/// <param name="Resume">Ours: continue the user's latest open conversation, if there is one, instead of a new one.</param>
public sealed record TokenParameters(bool Resume = false);
