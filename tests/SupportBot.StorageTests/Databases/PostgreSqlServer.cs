using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace SupportBot.StorageTests.Databases;

/// <summary>
/// The PostgreSQL server of this test run: the one that the environment names, or Debian's, started on a free
/// loopback port over an empty temporary folder at the first use and stopped at the end.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private string? _folder;

    private string? _connectionString;

    /// <summary>The folder with <c>initdb</c> and <c>pg_ctl</c> of the newest version installed; null without any.</summary>
    public static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .MaxBy(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), out var version) ? version : 0)
        : null;

    /// <summary>Without a database name.</summary>
    public string ConnectionString => _connectionString ??= Providers.Setting(Providers.PostgreSqlVariable) ?? Start();

    public void Dispose()
    {
        if (_folder is null)
        {
            return;
        }

        Run("pg_ctl", "-D", _folder, "-m", "fast", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Start()
    {
        Assert.True(Binaries is not null, "SUPPORTBOT_REQUIRE_SERVICES is true, but there is no PostgreSQL: install Debian's postgresql package.");

        var folder = Path.Combine(Path.GetTempPath(), $"supportbot-postgresql-{Guid.NewGuid():N}");
        var port = FreePort();
        Run("initdb", "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Run("pg_ctl", "-D", folder, "-l", Path.Combine(folder, "log"), "-w", "start", "-o", $"-h 127.0.0.1 -p {port} -k {folder} -F");
        _folder = folder;
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    /// <summary>The server refuses to run as root.</summary>
    private static void Run(string tool, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, tool);
        var command = Environment.UserName == "root"
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        command.WorkingDirectory = Path.GetTempPath();
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        using var process = Process.Start(command)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool} ended with {process.ExitCode}: {errors.Result}{output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Name)]
public sealed class DatabaseServers : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "database servers";
}
