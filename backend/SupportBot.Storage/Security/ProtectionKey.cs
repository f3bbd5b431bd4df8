namespace SupportBot.Storage.Security;

/// <summary>A key of ASP.NET Core Data Protection's ring, with which secrets in other tables are encrypted.</summary>
public sealed class ProtectionKey
{
    /// <summary>What Data Protection calls it.</summary>
    public required string Name { get; set; }

    /// <summary>The key itself, or a certificate's encryption of it.</summary>
    public required string Xml { get; set; }
}
