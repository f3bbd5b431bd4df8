namespace SupportBot.Accounts.Sandbox;

/// <summary>What a press on the demo page came to.</summary>
/// <param name="Message">One plain sentence for the person who pressed.</param>
public sealed record DemoActionResult(bool Done, string Message);

/// <summary>An account to choose from.</summary>
/// <param name="IsBank">Fit to take payouts.</param>
public sealed record DemoAccount(string Code, string Name, bool IsBank, bool Active);
