using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Security;

namespace SupportBot.Host.Security;

/// <summary>Keeps Data Protection's keys in the product's own database, so that every node can read what another encrypted.</summary>
internal sealed class ProtectionKeys(IDbContextFactory<SupportDbContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.ProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
#pragma warning disable RS0030 // Data Protection makes a key when it needs one, which is part of no turn.
        db.SaveChanges();
#pragma warning restore RS0030
    }
}
