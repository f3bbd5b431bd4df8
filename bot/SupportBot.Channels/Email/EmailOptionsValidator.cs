using System.Net.Mail;
using Microsoft.Extensions.Options;
using SupportBot.Escalation.Hours;

namespace SupportBot.Channels.Email;

/// <summary>Stops the start when mail that is promised could not be sent.</summary>
internal sealed class EmailOptionsValidator(IOptions<EscalationOptions> escalation) : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(EmailOptions options)
    {
        if (options.Address.Length > 0 && !(MailAddress.TryCreate(options.Address, out var address) && address.Address == options.Address))
        {
            yield return "Email:Address must be one address without a name, such as support@example.com.";
        }

        if (options.Outbound is { Host.Length: > 0, PickupDirectory.Length: > 0 })
        {
            yield return "Email:Outbound:Host and Email:Outbound:PickupDirectory are both set. Set one: a relay or a folder.";
        }

        if (options.Outbound.Port is < 1 or > 65535)
        {
            yield return "Email:Outbound:Port must be a port from 1 to 65535; relays mostly listen on 25.";
        }

        if (escalation.Value.FallbackEmail.Length == 0)
        {
            yield break;
        }

        if (!options.Outbound.IsConfigured)
        {
            yield return "Support:Escalation:FallbackEmail is set, but not how mail is sent. Set Email:Outbound:Host to an SMTP relay, or "
                + "Email:Outbound:PickupDirectory to a folder.";
        }

        if (options.Address.Length == 0)
        {
            yield return "Support:Escalation:FallbackEmail is set, but not whom its mail comes from. Set Email:Address to the support address.";
        }
    }
}
