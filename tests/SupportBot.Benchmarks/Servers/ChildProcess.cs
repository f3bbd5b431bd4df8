using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SupportBot.Benchmarks.Servers;

/// <summary>This program in a process of its own, so that what is measured and what measures it stay apart.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public int Id => _process.Id;

    public Uri Address { get; }

    /// <param name="server"><see cref="EchoServer.Name"/> or <see cref="CountedHost.Name"/>; it gets its address as argument.</param>
    public static async Task<ChildProcess> StartAsync(string server)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(ChildProcess).Assembly.Location, server, address.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var child = new ChildProcess(Process.Start(start)!, address);
        await child.ReadyAsync();
        return child;
    }

    /// <summary>One line to the child, one line back.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The child ended.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await timer.WaitForNextTickAsync(deadline.Token))
        {
            try
            {
                using var response = await http.GetAsync(new Uri("health/ready", UriKind.Relative), deadline.Token);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
