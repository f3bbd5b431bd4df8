namespace SupportBot.Dialogs.Engine;

/// <summary>Whether a case that is over has helped: asked once, and then once for a comment.</summary>
/// <param name="Helped">Null until it is answered; from then on a comment may come.</param>
public sealed record CaseSurvey(string Reference, bool? Helped = null);
