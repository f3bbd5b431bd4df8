using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportBot.Escalation.Hours;

namespace SupportBot.Escalation;

public static class EscalationServices
{
    /// <summary>The host binds <see cref="OpeningHoursOptions"/> and <see cref="EscalationOptions"/>.</summary>
    public static IServiceCollection AddEscalation(this IServiceCollection services)
    {
        services.AddOptions<OpeningHoursOptions>().ValidateOnStart();
        services.AddOptions<EscalationOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<OpeningHoursOptions>, OpeningHoursOptionsValidator>()
            .AddSingleton<IValidateOptions<EscalationOptions>, EscalationOptionsValidator>()
            .AddSingleton(provider => OpeningHoursReader.Read(provider.GetRequiredService<IOptions<OpeningHoursOptions>>().Value))
            .AddSingleton<TicketDesk>();
    }
}
