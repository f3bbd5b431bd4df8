namespace SupportBot.Cards.Actions;

/// <summary>What a button carries; read back by <see cref="CardPress"/>.</summary>
/// <param name="CardId">Tells a late or repeated press from a timely one: a card's answer does not name the card otherwise.</param>
public sealed record SubmitData(string Verb, string CardId)
{
    public string? SettlementId { get; init; }

    /// <summary>The case that an agent's button is about.</summary>
    public string? Ticket { get; init; }

    /// <summary>Which state of the case the card showed.</summary>
    public int? StatusNumber { get; init; }

    /// <summary>The message that a question is about.</summary>
    public string? Message { get; init; }
}
