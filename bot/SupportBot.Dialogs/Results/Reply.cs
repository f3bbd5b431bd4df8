using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Results;

/// <summary>
/// Something to say. A channel renders it as it can: a card, or plain text. <see cref="Text"/> alone must be
/// enough to follow the conversation (screen readers, e-mail).
/// </summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Plain words; paragraphs divided by an empty line. No markup.</summary>
    public required string Text { get; init; }

    /// <summary>Said instead of <see cref="Text"/> where a card beside it shows the rest; null where the card repeats nothing.</summary>
    public string? Brief { get; init; }

    /// <summary>Answers offered beside free text, as buttons under the newest message. Pressing one sends its title as a message.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A later reply with the same key takes the place of the earlier one, where the channel can do that. Unique within the conversation.</summary>
    public string? UpdateKey { get; init; }

    public sealed record Say : Reply;

    /// <summary>Which settlement is meant, and the others to choose from.</summary>
    public sealed record ShowSettlement : Reply
    {
        public required SettlementSummary Settlement { get; init; }
    }

    /// <summary>Several settlements fit: the person picks one. Sends the verb <see cref="CardVerbs.PickSettlement"/>.</summary>
    public sealed record ChooseSettlement : Reply
    {
        public required string CardId { get; init; }

        public required IReadOnlyList<SettlementSummary> Settlements { get; init; }
    }

    /// <summary>The cause with its evidence, and every check with its outcome.</summary>
    public sealed record ShowDiagnosis : Reply
    {
        public required Diagnosis Diagnosis { get; init; }

        /// <summary>The cause in a few plain words.</summary>
        public required string Headline { get; init; }

        /// <summary>The settlement that the diagnosis speaks of.</summary>
        public SettlementSummary? Settlement { get; init; }
    }

    /// <summary>The one fix to make now.</summary>
    public sealed record ShowFix : Reply
    {
        public required string Title { get; init; }

        /// <summary>Numbered instructions, plain words.</summary>
        public required IReadOnlyList<string> Instructions { get; init; }

        public string? Note { get; init; }

        /// <summary>What was found, where both are told in one message; <see cref="Text"/> has it too.</summary>
        public ShowDiagnosis? Found { get; init; }

        /// <summary>What to say under the instructions, where <see cref="Brief"/> leaves it out: who can do it, what comes after.</summary>
        public IReadOnlyList<string> Closing { get; init; } = [];

        /// <summary>Where to read more: a path such as <c>/help/settlement-will-not-send#connection</c>.</summary>
        public string? HelpPath { get; init; }

        /// <summary>What the fix ends with, where the person can begin it from here; null where they cannot.</summary>
        public Reconnect? Reconnect { get; init; }
    }

    /// <summary>The ticket as it would be sent, with editable fields. Sends the verbs <see cref="CardVerbs.SendTicket"/> and <see cref="CardVerbs.CancelTicket"/>.</summary>
    public sealed record ConfirmTicket : Reply
    {
        public required string CardId { get; init; }

        public required TicketDraft Draft { get; init; }

        /// <summary>Fields, by their names in <see cref="CardVerbs.SendTicket"/>, that support needs and nobody knows yet: the form asks for them.</summary>
        public IReadOnlyList<string> Missing { get; init; } = [];
    }

    /// <summary>A note for someone else who can put it right, to be copied. Sends the verb <see cref="CardVerbs.CopyNote"/> where the client cannot copy.</summary>
    public sealed record ShowNote : Reply
    {
        public required string CardId { get; init; }

        public required string Note { get; init; }
    }

    /// <summary>What stands in the platform now, document by document.</summary>
    public sealed record ShowDocuments : Reply
    {
        /// <summary><c>xero</c> or <c>quickbooks</c>.</summary>
        public required string Platform { get; init; }

        /// <summary>At least one of them with a link.</summary>
        public required IReadOnlyList<PostedDocument> Documents { get; init; }
    }

    /// <summary>The ticket exists: its reference and what was sent.</summary>
    public sealed record ShowReceipt : Reply
    {
        public required string Reference { get; init; }

        public required TicketDraft Draft { get; init; }

        /// <summary>What happens next, and when.</summary>
        public required string Next { get; init; }
    }

    /// <summary>A link to the conversation as a page; the channel makes it.</summary>
    public sealed record ShowTranscript : Reply
    {
        /// <summary>Said instead where no link can be made.</summary>
        public required string IfUnavailable { get; init; }
    }
}

/// <param name="Link">Where a signed-in person sees it; null where the platform gives none.</param>
public sealed record PostedDocument(string Number, DateOnly Date, Uri? Link);

/// <summary>A connection that the person may make anew from the chat.</summary>
/// <param name="Platform"><c>xero</c> or <c>quickbooks</c>.</param>
/// <param name="Brand">The same as people write it.</param>
public sealed record Reconnect(string Platform, string Brand, string ConnectionId);

/// <summary>What a card's button may ask for.</summary>
public static class CardVerbs
{
    /// <summary>Value <c>settlementId</c>.</summary>
    public const string PickSettlement = "pick-settlement";

    /// <summary>Values are the editable fields: <c>salesChannel</c>, <c>marketplace</c>, <c>settlementDate</c>, <c>settlementFrom</c>, <c>settlementTo</c>, <c>errorText</c>, <c>comment</c>.</summary>
    public const string SendTicket = "send-ticket";

    public const string CancelTicket = "cancel-ticket";

    /// <summary>Value <c>note</c>.</summary>
    public const string CopyNote = "copy-note";
}
