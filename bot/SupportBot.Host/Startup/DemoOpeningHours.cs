using Microsoft.Extensions.Options;
using SupportBot.Escalation.Hours;

namespace SupportBot.Host.Startup;

/// <summary>In a demo the team keeps office hours, where no others are set.</summary>
internal sealed class DemoOpeningHours(DemoSettings demo) : IConfigureOptions<OpeningHoursOptions>
{
    public void Configure(OpeningHoursOptions options)
    {
        if (demo.Enabled && string.IsNullOrWhiteSpace(options.TimeZone) && string.IsNullOrWhiteSpace(options.Shifts))
        {
            options.TimeZone = "Europe/London";
            options.Shifts = "Mon-Fri 09:00-17:30";
        }
    }
}
