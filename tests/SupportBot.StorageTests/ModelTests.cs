using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.StorageTests.Databases;
using Xunit;

namespace SupportBot.StorageTests;

/// <summary>What can be told of the three models without a server.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(Provider.Sqlite, "Data Source=unused.db")]
    [InlineData(Provider.SqlServer, "Server=unused")]
    [InlineData(Provider.PostgreSql, "Host=unused")]
    public void Migrations_and_model_agree(Provider provider, string connection)
    {
        using var context = Open(provider, connection);

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(
            context.Database.HasPendingModelChanges(),
            $"The model has changes that no migration of {provider} makes: run deployment/scripts/add-migration.sh NAME.");
    }

    [Fact]
    public void Keys_and_indexes_fit_into_the_900_and_1700_bytes_of_SQL_Server()
    {
        using var context = Open(Provider.SqlServer, "Server=unused");
        foreach (var entity in DesignModel(context).GetEntityTypes())
        {
            AssertFits(entity, entity.FindPrimaryKey()!.Properties, 900);
            Assert.All(entity.GetIndexes(), index => AssertFits(entity, index.Properties, 1700));
        }
    }

    [Fact]
    public void No_table_is_reached_by_two_cascades_from_the_same_table_which_SQL_Server_refuses()
    {
        using var context = Open(Provider.SqlServer, "Server=unused");
        foreach (var root in DesignModel(context).GetEntityTypes())
        {
            var reached = Cascades(root).Select(e => e.ShortName()).ToList();
            Assert.Equal(reached.Distinct(), reached);
        }
    }

    [Fact]
    public void Times_are_moments_on_PostgreSQL()
    {
        using var context = Open(Provider.PostgreSql, "Host=unused");
        var times = DesignModel(context).GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTime)).ToList();

        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.Equal("timestamp with time zone", time.GetColumnType()));
    }

    private static SupportDbContext Open(Provider provider, string connection) =>
        TestDatabase.HostOn(provider, connection).Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();

    private static IModel DesignModel(SupportDbContext context) => context.GetService<IDesignTimeModel>().Model;

    private static IEnumerable<IEntityType> Cascades(IEntityType from) => from.GetReferencingForeignKeys()
        .Where(key => key.DeleteBehavior == DeleteBehavior.Cascade)
        .SelectMany(key => Cascades(key.DeclaringEntityType).Prepend(key.DeclaringEntityType));

    private static void AssertFits(IEntityType entity, IReadOnlyList<IProperty> columns, int limit)
    {
        var size = columns.Sum(Bytes);
        Assert.True(size <= limit, $"{entity.ShortName()} ({string.Join(", ", columns.Select(c => c.Name))}) can take {size} bytes of {limit}.");
    }

    private static int Bytes(IProperty column)
    {
        var type = column.GetRelationalTypeMapping();
        return type.StoreType.StartsWith("nvarchar", StringComparison.Ordinal) ? 2 * (type.Size ?? 1_000_000) : 8;
    }
}
