using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace SupportBot.Channels.Email;

/// <summary>A message in plain text that the product sends by itself.</summary>
/// <param name="Name">The same for the same message, however often it is sent: letters, digits, dots and hyphens.</param>
/// <param name="Subject">Control characters in it, such as line ends, become spaces.</param>
internal sealed record OutgoingMail(string Name, string To, string Subject, string Body)
{
    /// <summary>As RFC 5322 and RFC 2045 to 2047 write it; marked as sent by a machine (RFC 3834), so that nobody's absence note answers it.</summary>
    public MailMessage ToMessage(string from)
    {
        var sender = new MailAddress(from, "SupportBot");
        var message = new MailMessage(sender, new MailAddress(To))
        {
            Subject = string.Concat(Subject.Select(c => char.IsControl(c) ? ' ' : c)),
            SubjectEncoding = Encoding.UTF8,
            Body = Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            // The framework's quoted-printable hides line ends.
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers["Message-ID"] = $"<{Name}@{sender.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        return message;
    }
}
