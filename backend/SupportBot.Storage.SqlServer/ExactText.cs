using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SupportBot.Storage.SqlServer;

/// <summary>
/// Compares text byte by byte, as SQLite and PostgreSQL do. With the server's usual collation two ids that differ
/// by case or accent would be one.
/// </summary>
internal sealed class ExactText(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        var properties = modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties());
        foreach (var property in properties.Where(p => p.ClrType == typeof(string)))
        {
            property.SetCollation("Latin1_General_100_BIN2");
        }
    }
}
