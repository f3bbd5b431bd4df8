using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Channels.Email;

public static class EmailServices
{
    /// <summary>Mail that the product sends by itself. Needs turns, escalation and the desk in Teams, whose fallback it is; the host binds <see cref="EmailOptions"/>.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services)
    {
        services.AddOptions<EmailOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>()
            .AddSingleton<OutboundMail>()
            .AddKeyedSingleton<IOutboxWorker, TicketMailWorker>(TicketWork.MailKind);
    }
}
