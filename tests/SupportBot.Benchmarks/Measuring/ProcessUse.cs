using System.Diagnostics;
using System.Globalization;

namespace SupportBot.Benchmarks.Measuring;

/// <summary>What the system says a process has used.</summary>
internal static class ProcessUse
{
    /// <summary>User and system time so far.</summary>
    public static TimeSpan Cpu(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }

    /// <summary>Resident memory in megabytes (of 1,048,576 bytes).</summary>
    public static double ResidentMegabytes(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64 / 1048576.0;
    }

    /// <summary>Processes that wanted to run in the last minute, on average: how busy the machine was; a dash where unknown.</summary>
    public static string MachineLoad() => File.Exists("/proc/loadavg")
        ? string.Create(CultureInfo.InvariantCulture, $"{File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores")
        : "–";
}
