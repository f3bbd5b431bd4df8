using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SupportBot.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the product; nothing is opened.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SupportDbContext>
{
    public SupportDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SupportDbContext>();
        SqliteStorage.Configure(options, "Data Source=design.db");
        return new SupportDbContext(options.Options);
    }
}
