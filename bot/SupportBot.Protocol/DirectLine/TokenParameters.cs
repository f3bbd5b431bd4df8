namespace SupportBot.Protocol.DirectLine;

/// <summary>The body of <c>tokens/generate</c>. What Direct Line allows beyond this (user, trusted origins) is decided by the server.</summary>
/// <param name="Resume">Ours: continue the user's latest open conversation, if there is one, instead of a new one.</param>
/// <param name="Case">
/// Ours, before <paramref name="Resume"/>: the id in the link of a forwarded case. The conversation is the user's own one about that case; an id that
/// the user's account does not know is told there, and nothing of the case.
/// </param>
/// <param name="LocalTimezone">Ours: as in an activity, for what a new conversation says before the user has written anything.</param>
public sealed record TokenParameters(bool Resume = false, string? Case = null, string? LocalTimezone = null);
