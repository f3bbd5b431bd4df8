namespace SupportBot.Accounts.Reconnects;

/// <summary>What the platform sent back through the browser (RFC 6749, 4.1.2). Anybody may have written it.</summary>
/// <param name="Error">Such as <c>access_denied</c>, instead of a code.</param>
/// <param name="RealmId">QuickBooks: the company that was chosen.</param>
public sealed record AuthorisationAnswer(string? State, string? Code, string? Error, string? RealmId)
{
    /// <summary>The name of the flow that this claims to answer.</summary>
    public string Flow => RandomSecret.Name(State ?? "");
}
