using System.Globalization;
using SupportBot.Accounts.Snapshots;

namespace SupportBot.Host.Startup;

/// <summary>The settings <c>Demo:*</c>, with the snapshot read and checked before anything else starts.</summary>
/// <param name="Enabled">Never true outside Development.</param>
/// <param name="Clock">The product's clock: standing still where the setting or the snapshot says so.</param>
internal sealed record DemoSettings(bool Enabled, AccountSnapshot? Snapshot, TimeProvider Clock)
{
    /// <exception cref="DemoSettingsException">A setting cannot be read, or asks for a demo outside Development.</exception>
    /// <exception cref="SnapshotException">The snapshot cannot be used.</exception>
    public static DemoSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var demo = configuration.GetSection("Demo");
        var enabled = ReadEnabled(demo["Enabled"], environment);
        if (!enabled)
        {
            return new DemoSettings(false, null, TimeProvider.System);
        }

        var snapshot = SnapshotReader.Read(demo["Snapshot"]);
        var now = ReadNow(demo["Now"]) ?? snapshot.Now;
        return new DemoSettings(true, snapshot, now is null ? TimeProvider.System : new DemoClock(now.Value));
    }

    private static bool ReadEnabled(string? text, IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return environment.IsDevelopment();
        }

        if (!bool.TryParse(text, out var enabled))
        {
            throw new DemoSettingsException($"Demo:Enabled is '{text}'. Set it to true or false.");
        }

        return enabled && !environment.IsDevelopment()
            ? throw new DemoSettingsException("Demo:Enabled is true, but a demo lets anyone sign in as its sellers. It runs only in the Development environment.")
            : enabled;
    }

    private static DateTimeOffset? ReadNow(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var now)
            ? now
            : throw new DemoSettingsException($"Demo:Now is '{text}'. Write it as 2026-03-20T09:00:00Z.");
}

/// <summary>A demo setting stops the start; the message tells what to change.</summary>
internal sealed class DemoSettingsException(string message) : Exception(message);
