using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SupportBot.Storage.SqlServer;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the product; nothing is opened.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SupportDbContext>
{
    public SupportDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SupportDbContext>();
        SqlServerStorage.Configure(options, "Server=design");
        return new SupportDbContext(options.Options);
    }
}
