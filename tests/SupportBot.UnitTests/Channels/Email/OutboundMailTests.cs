using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Email;
using SupportBot.Testing.Fakes.Mail;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Outbox;
using Xunit;

namespace SupportBot.UnitTests.Channels.Email;

/// <summary>What leaves for a relay or into a folder, and what comes of it when it cannot.</summary>
public sealed class OutboundMailTests : IAsyncDisposable
{
    private const string Desk = "desk@example.com";
    private const string Support = "support@example.com";

    private static readonly OutgoingMail s_mail = new("ticket-mail.LMB-7K2Q", Desk, "[LMB-7K2Q] Bäckerei Müller 🥨", "Grüße\n.\n..and more\nFrom here on\n");

    private readonly FakeRelay _relay = new();
    private readonly TemporaryFolder _folder = new();

    private OutboundMail Relay => To(new OutboundMailOptions { Host = "127.0.0.1", Port = _relay.Port });

    private OutboundMail Folder => To(new OutboundMailOptions { PickupDirectory = _folder.File("pickup") });

    [Fact]
    public async Task A_relay_gets_the_words_as_they_were_written()
    {
        Assert.IsType<OutboxOutcome.Done>(await Relay.SendAsync(s_mail, default));

        var mail = Assert.Single(_relay.Mail);
        Assert.Equal((Support, Desk), (mail.From, mail.To));
        AssertIsWhole(mail);
    }

    [Fact]
    public async Task A_folder_gets_the_same_as_one_whole_file_however_often_it_is_sent()
    {
        Assert.IsType<OutboxOutcome.Done>(await Folder.SendAsync(s_mail, default));
        Assert.IsType<OutboxOutcome.Done>(await Folder.SendAsync(s_mail, default));

        var file = Assert.Single(Directory.GetFileSystemEntries(_folder.File("pickup")));
        Assert.Equal("ticket-mail.LMB-7K2Q.eml", Path.GetFileName(file));
        AssertIsWhole(ReceivedMail.ReadFile(file));
    }

    [Fact]
    public async Task The_same_message_has_the_same_id_and_another_one_another()
    {
        await Relay.SendAsync(s_mail, default);
        await Relay.SendAsync(s_mail, default);
        await Relay.SendAsync(s_mail with { Name = "ticket-mail.LMB-9Z9Z" }, default);

        Assert.Equal(
            ["<ticket-mail.LMB-7K2Q@example.com>", "<ticket-mail.LMB-7K2Q@example.com>", "<ticket-mail.LMB-9Z9Z@example.com>"],
            _relay.Mail.Select(mail => mail.Headers["Message-ID"]));
    }

    [Theory]
    [InlineData("Kettle\r\nBcc: thief@example.com")]
    [InlineData("Kettle\nBcc: thief@example.com")]
    [InlineData("Kettle\r\n\r\nan own body")]
    [InlineData("Kettlé\r\nBcc: thief@example.com")]
    public async Task The_name_of_a_seller_writes_no_header(string name)
    {
        Assert.IsType<OutboxOutcome.Done>(await Relay.SendAsync(s_mail with { Subject = $"[LMB-7K2Q] ({name})" }, default));

        var mail = Assert.Single(_relay.Mail);
        Assert.DoesNotContain("Bcc", mail.Headers.Keys);
        Assert.Equal(s_mail.Body, mail.Text.ReplaceLineEndings("\n"));
        Assert.Equal($"[LMB-7K2Q] ({name.Replace('\r', ' ').Replace('\n', ' ')})", mail.Subject);
        Assert.Single(_relay.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MAIL", "421 closing", "smtp-421", false)]
    [InlineData("MAIL", "530 sign in first", "smtp-530", true)]
    [InlineData("RCPT", "451 later", "smtp-451", false)]
    [InlineData("RCPT", "550 no such user", "smtp-550", true)]
    [InlineData("DATA", "452 disk full", "smtp-452", false)]
    [InlineData(".", "451 later", "smtp-451", false)]
    [InlineData(".", "554 looks like spam", "smtp-554", true)]
    public async Task A_refusal_for_now_is_tried_again_and_one_for_good_is_not(string command, string reply, string error, bool isForGood)
    {
        _relay.Refuse(command, reply);

        var outcome = await Relay.SendAsync(s_mail, default);

        Assert.Equal(isForGood ? new OutboxOutcome.GiveUp(error) : new OutboxOutcome.Retry(error), outcome);
        Assert.Empty(_relay.Mail);
        Assert.IsType<OutboxOutcome.Done>(await Relay.SendAsync(s_mail, default));
    }

    [Fact]
    public async Task A_relay_that_is_away_is_tried_again()
    {
        var relay = Relay;
        await _relay.DisposeAsync();

        Assert.Equal(new OutboxOutcome.Retry("relay-unreachable"), await relay.SendAsync(s_mail, default));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again()
    {
        var taken = _folder.File("taken");
        await File.WriteAllTextAsync(taken, "");

        Assert.Equal(new OutboxOutcome.Retry("pickup-folder-failed"), await To(new OutboundMailOptions { PickupDirectory = taken }).SendAsync(s_mail, default));
    }

    [Fact]
    public async Task Without_a_relay_or_folder_nothing_is_promised() =>
        Assert.Equal(new OutboxOutcome.GiveUp("mail-not-configured"), await To(new OutboundMailOptions()).SendAsync(s_mail, default));

    public async ValueTask DisposeAsync()
    {
        await _relay.DisposeAsync();
        _folder.Dispose();
    }

    private static OutboundMail To(OutboundMailOptions outbound) =>
        new(Options.Create(new EmailOptions { Address = Support, Outbound = outbound }), NullLogger<OutboundMail>.Instance);

    private static void AssertIsWhole(ReceivedMail mail)
    {
        Assert.Equal(s_mail.Subject, mail.Subject);
        Assert.Equal(s_mail.Body, mail.Text.ReplaceLineEndings("\n"));
        Assert.Equal(("\"SupportBot\" <support@example.com>", Desk), (mail.Headers["From"], mail.Headers["To"]));
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.True(DateTimeOffset.TryParse(mail.Headers["Date"], CultureInfo.InvariantCulture, out _));
    }
}
