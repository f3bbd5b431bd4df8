using SupportBot.Knowledge.Sending;
using SupportBot.Storage;

namespace SupportBot.Accounts.Sending;

/// <summary>What is to be sent.</summary>
/// <param name="Key">The same for every run of the same order, at most 100 characters: the platforms tell by it what they have done already.</param>
/// <param name="MissingOnly">The person has seen what stands where, and wants the rest. Otherwise a partly posted settlement is left alone.</param>
public sealed record SendOrder(string SellerId, string SettlementId, string Key, bool MissingOnly = false);

/// <summary>What came of a run, and the change of our rows that belongs in the same commit as its news.</summary>
public sealed record SendRun(SendReport Report, Action<SupportDbContext>? Changes = null);

/// <summary>Stores a step before the next one is made.</summary>
/// <param name="report">How far it has got; null where there is no news.</param>
public delegate Task CommitStep(SendReport? report, Action<SupportDbContext> changes);
