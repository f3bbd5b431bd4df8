using System.Net.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.Email;

/// <summary>Hands mail to the relay (RFC 5321), or puts it into the folder, as <see cref="OutboundMailOptions"/> say.</summary>
internal sealed partial class OutboundMail(IOptions<EmailOptions> options, ILogger<OutboundMail> log)
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(1);

    public async Task<OutboxOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var outbound = options.Value.Outbound;
        if (!outbound.IsConfigured || options.Value.Address.Length == 0)
        {
            return new OutboxOutcome.GiveUp("mail-not-configured");
        }

        using var message = mail.ToMessage(options.Value.Address);
        return outbound.Host.Length > 0
            ? await RelayAsync(message, outbound, cancellationToken)
            : await PutAsync(message, $"{mail.Name}.eml", outbound.PickupDirectory, cancellationToken);
    }

    private async Task<OutboxOutcome> RelayAsync(MailMessage message, OutboundMailOptions outbound, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_timeLimit);
        try
        {
            using var relay = new SmtpClient(outbound.Host, outbound.Port);
            await relay.SendMailAsync(message, limit.Token);
            return new OutboxOutcome.Done();
        }
        catch (SmtpException exception)
        {
            LogNotTaken(exception.StatusCode);
            return (int)exception.StatusCode switch
            {
                >= 500 and < 600 and var refused => new OutboxOutcome.GiveUp($"smtp-{refused}"),
                > 0 and var busy => new OutboxOutcome.Retry($"smtp-{busy}"),
                _ => new OutboxOutcome.Retry("relay-unreachable"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboxOutcome.Retry("relay-timed-out");
        }
    }

    /// <summary>Whoever watches the folder for <c>.eml</c> sees the message whole, and a repeated one in its own place.</summary>
    private async Task<OutboxOutcome> PutAsync(MailMessage message, string name, string folder, CancellationToken cancellationToken)
    {
        var written = Directory.CreateTempSubdirectory("supportbot-mail-");
        try
        {
            using (var pickup = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = written.FullName })
            {
                await pickup.SendMailAsync(message, cancellationToken);
            }

            var whole = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
            written.GetFiles().Single().CopyTo($"{whole}.part", overwrite: true);
            File.Move($"{whole}.part", whole, overwrite: true);
            return new OutboxOutcome.Done();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogFolder(exception);
            return new OutboxOutcome.Retry("pickup-folder-failed");
        }
        finally
        {
            written.Delete(recursive: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail relay did not take a message: {Status}.")]
    private partial void LogNotTaken(SmtpStatusCode status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message could not be put into the folder of Email:Outbound:PickupDirectory.")]
    private partial void LogFolder(Exception exception);
}
