using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Escalation;

public static class EscalationServices
{
    public static IServiceCollection AddEscalation(this IServiceCollection services) => services.AddSingleton<TicketDesk>();
}
