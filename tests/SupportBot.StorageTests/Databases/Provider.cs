namespace SupportBot.StorageTests.Databases;

/// <summary>Spelt as the setting <c>Storage:Provider</c>.</summary>
public enum Provider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

internal static class Providers
{
    public const string PostgreSqlVariable = "SUPPORTBOT_TEST_POSTGRESQL";

    public const string SqlServerVariable = "SUPPORTBOT_TEST_SQLSERVER";

    /// <summary>Null when the tests can run on this provider, or must run and fail because it is missing.</summary>
    public static string? WhySkipped(Provider provider) => provider switch
    {
        Provider.PostgreSql when Setting(PostgreSqlVariable) is null && PostgreSqlServer.Binaries is null && !ServicesRequired =>
            $"No PostgreSQL: neither {PostgreSqlVariable} is set nor is Debian's postgresql package installed.",
        Provider.SqlServer when Setting(SqlServerVariable) is null =>
            $"No SQL Server: {SqlServerVariable} is not set.",
        _ => null,
    };

    public static string? Setting(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static bool ServicesRequired =>
        string.Equals(Setting("SUPPORTBOT_REQUIRE_SERVICES"), "true", StringComparison.OrdinalIgnoreCase);
}
