using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace SupportBot.Escalation.Hours;

/// <summary>Stops the start when an escalation would go to nobody, or at no time.</summary>
internal sealed class EscalationOptionsValidator : IValidateOptions<EscalationOptions>
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(7);

    public ValidateOptionsResult Validate(string? name, EscalationOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(EscalationOptions options)
    {
        foreach (var (setting, span) in new[]
        {
            (nameof(options.ReminderAfter), options.ReminderAfter),
            (nameof(options.OnCallAfter), options.OnCallAfter),
            (nameof(options.SilentAgentAfter), options.SilentAgentAfter),
            (nameof(options.BotBackAfter), options.BotBackAfter),
            (nameof(options.FallbackEmailAfter), options.FallbackEmailAfter),
        })
        {
            if (span <= TimeSpan.Zero || span > s_longest)
            {
                yield return $"{Setting(setting)} must be more than nothing and at most 7 days. Write 15 minutes as 00:15:00.";
            }
        }

        if (options.OnCallAfter < options.ReminderAfter)
        {
            yield return $"{Setting(nameof(options.OnCallAfter))} must not be shorter than {Setting(nameof(options.ReminderAfter))}: "
                + "the channel is reminded before anybody is mentioned.";
        }

        if (options.FallbackEmail.Length > 0 && !(MailAddress.TryCreate(options.FallbackEmail, out var mail) && mail.Address == options.FallbackEmail))
        {
            yield return $"{Setting(nameof(options.FallbackEmail))} must be one address without a name, such as support@example.com.";
        }

        foreach (var (setting, ids) in new[] { (nameof(options.OnCall), options.OnCallIds), (nameof(options.Agents), options.AgentIds) })
        {
            if (ids.FirstOrDefault(id => !Guid.TryParseExact(id, "D", out _)) is { } wrong)
            {
                yield return $"{Setting(setting)} holds '{wrong}', which is no Entra object id. Write them as 8d5a2f6e-0c1b-4b7e-9a3d-2f1e0c9b8a77, divided by commas.";
            }
        }

        if (string.IsNullOrWhiteSpace(options.InternalMarker) || options.InternalMarker.Any(char.IsWhiteSpace))
        {
            yield return $"{Setting(nameof(options.InternalMarker))} must be some characters without a space, such as //: "
                + "an agent's message that begins with them stays internal.";
        }
    }

    private static string Setting(string name) => $"{EscalationOptions.Section}:{name}";
}
