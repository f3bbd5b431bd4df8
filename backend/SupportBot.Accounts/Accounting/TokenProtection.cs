using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// Encrypts a connection's tokens with ASP.NET Core Data Protection. What was encrypted for one connection cannot be read
/// as another's, so a row that is copied over another opens nothing.
/// </summary>
internal sealed class TokenProtection(IDataProtectionProvider protection)
{
    private const string Purpose = "SupportBot.Accounts.Tokens";

    /// <summary>Tells what is encrypted from what an older version stored as it was.</summary>
    public const string Mark = "dp:";

    public string Protect(string sellerId, string connectionId, string token) => Mark + For(sellerId, connectionId).Protect(token);

    /// <summary>Null where there is none, or where its key is gone: then only a reconnect helps.</summary>
    public string? Read(BookkeepingConnection connection, string? stored)
    {
        if (stored?.StartsWith(Mark, StringComparison.Ordinal) != true)
        {
            return null;
        }

        try
        {
            return For(connection.SellerId, connection.Id).Unprotect(stored[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string sellerId, string connectionId) => protection.CreateProtector(Purpose, sellerId, connectionId);
}
