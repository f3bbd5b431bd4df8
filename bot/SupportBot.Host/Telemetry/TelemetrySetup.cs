using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SupportBot.Host.Telemetry;

/// <summary>Sends traces and metrics by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; nothing otherwise.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddSingleton(OpenTelemetry.Sdk.CreateTracerProviderBuilder()
            .AddSource("SupportBot.*", "Microsoft.AspNetCore", "System.Net.Http")
            .AddOtlpExporter()
            .Build());
        builder.Services.AddSingleton(OpenTelemetry.Sdk.CreateMeterProviderBuilder()
            .AddMeter("SupportBot.*", "Microsoft.AspNetCore.*", "System.Net.Http")
            .AddOtlpExporter()
            .Build());
    }
}
