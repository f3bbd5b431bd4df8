namespace SupportBot.Accounts.Diagnoses;

/// <summary>
/// Within which conversation a diagnosis runs. What the platforms answer is kept there for half a minute, and nowhere else: no other
/// conversation, and no call of the support API, is told what was seen before.
/// </summary>
/// <param name="MayUse">
/// What was kept will do, as long as it shows nothing wrong: a problem is never claimed from memory. False where a fix is to be proven.
/// </param>
public sealed record ConversationMemory(string ConversationId, bool MayUse);
