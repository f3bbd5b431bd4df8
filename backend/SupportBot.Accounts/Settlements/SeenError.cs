using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Errors;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Settlements;

/// <summary>An error text that still counts for a settlement: its last try's, an unsent part's, or one that the seller quoted.</summary>
/// <param name="At">When it was seen; null where nothing tells.</param>
/// <param name="Match">What it means; null for a text that is not known.</param>
internal sealed record SeenError(Settlement Settlement, string Text, DateTime? At, bool IsQuoted, ErrorMatch? Match)
{
    public string Cause => Match?.Error.Cause ?? Knowledge.Diagnoses.Cause.UnrecognisedError;

    /// <summary>The text by itself proves its cause. A quotation that is not known proves nothing: any words can stand between quotes.</summary>
    public bool IsProof => Match is null ? !IsQuoted : Match.Error.Proof == ErrorProof.Text && !IsOvertaken;

    /// <summary>The settlement became ready after the error: its reason has gone.</summary>
    public bool IsOvertaken => Settlement.Status == SettlementStatus.Ready && Settlement.StatusSince > At;

    public string Fact => IsQuoted
        ? $"The message that you quoted for {Settlement.Id} says '{Text}'"
        : $"The last try to send {Settlement.Id} ended with '{Text}'";

    /// <summary>The errors that count for a settlement now, recorded ones first.</summary>
    /// <param name="quoted">What the seller quoted about this settlement; a try that was made since tells more.</param>
    public static IReadOnlyList<SeenError> Of(Settlement settlement, ErrorCatalogue catalogue, QuotedError? quoted)
    {
        var last = SettlementRules.LastTry(settlement);
        var recorded = SettlementRules.CurrentErrors(settlement)
            .Select(text => new SeenError(settlement, text, last?.At ?? settlement.StatusSince, IsQuoted: false, catalogue.Match(text)))
            .ToArray();
        return quoted is null || last?.At >= quoted.At || recorded.Any(e => e.Text.Contains(quoted.Text, StringComparison.OrdinalIgnoreCase))
            ? recorded
            : [.. recorded, new SeenError(settlement, quoted.Text, quoted.At, IsQuoted: true, catalogue.Match(quoted.Text))];
    }
}
