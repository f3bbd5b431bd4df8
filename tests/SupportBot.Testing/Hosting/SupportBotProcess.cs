using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.Testing.Hosting;

/// <summary>The built program in a process of its own, for tests that kill it.</summary>
public sealed class SupportBotProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly StringBuilder _errors = new();
    private Process? _process;

    public SupportBotProcess(TemporaryFolder folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        _folder = folder;
        _settings = settings ?? new Dictionary<string, string>();
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };
    }

    public HttpClient Http { get; }

    public int Id => _process?.Id ?? throw new InvalidOperationException("The process is not running.");

    /// <summary>Starts the program on the same database and address as before, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(StartInfo())!;
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>Starts the program with settings that it must not accept.</summary>
    /// <returns>What it says before it ends with exit code 1.</returns>
    public async Task<string> StartInVainAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        _process = Process.Start(StartInfo())!;
        var said = await Task.WhenAll(
            _process.StandardOutput.ReadToEndAsync(deadline.Token), _process.StandardError.ReadToEndAsync(deadline.Token));
        await _process.WaitForExitAsync(deadline.Token);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code == 1 ? string.Concat(said) : throw new InvalidOperationException($"Ended with exit code {code}: {string.Concat(said)}");
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program());
        var settings = new Dictionary<string, string>
        {
            ["environment"] = "Development",
            ["urls"] = Http.BaseAddress!.ToString(),
            ["ConnectionStrings:SupportBot"] = $"Data Source={_folder.File("supportbot.db")}",
            ["Support:ApiKey"] = SupportBotHost.ApiKey,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings.Concat(_settings))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        return start;
    }

    /// <summary>As a power cut would: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Http.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await timer.WaitForNextTickAsync(deadline.Token))
        {
            try
            {
                using var response = await Http.GetAsync(new Uri("health/ready", UriKind.Relative), deadline.Token);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (_process is { HasExited: false })
            {
                // Not listening yet.
            }
            catch (HttpRequestException)
            {
                throw new InvalidOperationException($"The program ended with {_process!.ExitCode}: {_errors}");
            }
        }
    }

    /// <summary>Built beside the tests, in the same configuration.</summary>
    private static string Program()
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Repository.Root, "artifacts", "bin", "SupportBot.Host", configuration, "SupportBot.Host.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
