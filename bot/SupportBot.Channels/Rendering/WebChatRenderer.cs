using Microsoft.Extensions.Options;
using SupportBot.Accounts.Reconnects;
using SupportBot.Cards;
using SupportBot.Cards.Seller;
using SupportBot.Channels.Transcripts;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Protocol.Activities;
using SupportBot.Turns.Replies;

namespace SupportBot.Channels.Rendering;

/// <summary>
/// Replies as Web Chat shows them: the message says what is needed to go on, the card beside it shows the details.
/// </summary>
internal sealed class WebChatRenderer : IReplyRenderer
{
    private readonly Uri? publicUrl;
    private readonly ReconnectLinks reconnects;
    private readonly TranscriptLinks transcripts;

    public WebChatRenderer(IOptions<RenderingOptions> options, ReconnectLinks reconnects, TranscriptLinks transcripts)
    {
        publicUrl = options.Value.PublicUrl;
        (this.reconnects, this.transcripts) = (reconnects, transcripts);
    }

    public Activity Render(Reply reply, ReplyContext context)
    {
        var card = CardFor(reply, context, ReaderFormat.For(context.Locale, context.TimeZone));
        return new Activity
        {
            Type = ActivityTypes.Message,
            Text = Words(reply, card),
            // Markdown would curl the quotes of codes and load images that a pasted text names.
            TextFormat = TextFormats.Plain,
            InputHint = Expects(reply) ? "expectingInput" : "acceptingInput",
            Attachments = card is null ? null : [new Attachment { ContentType = Attachment.AdaptiveCardType, Content = card.ToJson() }],
            SuggestedActions = Suggested(reply, card, context.UserId),
        };
    }

    private static string Words(Reply reply, AdaptiveCard? card) => reply switch
    {
        Reply.ShowTranscript { IfUnavailable: var words } when card is null => words,
        _ when card is null => reply.Text,
        _ => reply.Brief ?? reply.Text,
    };

    private static bool Expects(Reply reply) => reply.Choices.Count > 0 || reply is Reply.ChooseSettlement or Reply.ConfirmTicket;

    /// <summary>A button that the card has already would only be a second one without the card's fields.</summary>
    private static SuggestedActions? Suggested(Reply reply, AdaptiveCard? card, string userId)
    {
        var onCard = card?.Actions?.Select(action => action.Title) ?? [];
        List<CardAction> actions =
        [
            .. reply.Choices.Except(onCard, StringComparer.OrdinalIgnoreCase)
                .Select(choice => new CardAction { Type = CardAction.ImBack, Title = choice, Value = choice }),
        ];
        return actions.Count == 0 ? null : new SuggestedActions { To = [userId], Actions = actions };
    }

    private AdaptiveCard? CardFor(Reply reply, ReplyContext context, ReaderFormat format) => reply switch
    {
        Reply.Say => null,
        Reply.ShowSettlement show => SettlementCard.Create(show.Settlement.ToFacts(format)),
        Reply.ChooseSettlement choose => SettlementChoiceCard.Create(choose.CardId, [.. choose.Settlements.Select(one => one.ToFacts(format))]),
        Reply.ShowDiagnosis show => DiagnosisCard.Create(show.ToFacts(format)),
        Reply.ShowFix fix => FixCard.Create(new FixFacts
        {
            Title = fix.Title,
            Instructions = fix.Instructions,
            Note = fix.Note,
            Closing = fix.Closing,
            Help = LinkTo(fix.HelpPath),
            Reconnect = ReconnectLink(fix.Reconnect, context),
            Found = fix.Found?.ToFacts(format, checksAreFolded: true),
        }),
        Reply.ConfirmTicket confirm => TicketCard.Create(confirm.ToForm(format)),
        Reply.ShowNote note => NoteCard.Create(note.CardId, note.Note),
        Reply.ShowDocuments documents => DocumentsCard.Create(PlainWords.Platform(documents.Platform), [.. documents.Documents.Select(one => one.ToLine(format))]),
        Reply.ShowReceipt receipt => ReceiptCard.Create(receipt.Reference, receipt.Draft.ToFacts(format), receipt.Next),
        Reply.ShowTranscript => transcripts.For(context.ConversationId) is { } page ? TranscriptCard.Create(page) : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ReconnectButton? ReconnectLink(Reconnect? reconnect, ReplyContext context) => reconnect is not null
        && LinkTo(reconnects.Create(reconnect.Platform, new(context.SellerId, reconnect.ConnectionId, context.ConversationId, context.UserId))) is { } address
            ? new ReconnectButton(reconnect.Brand, address)
            : null;

    private Uri? LinkTo(string? path) => path is null || publicUrl is null ? null : new Uri(publicUrl, path);
}
