using SupportBot.Accounts.Settlements;

namespace SupportBot.Accounts.Checks;

/// <summary>Claims causes that an error text proves by itself.</summary>
internal static class TextProof
{
    public static void Note(CheckNotes notes, Examination examination, string cause, Func<SeenError, bool>? stillCounts = null)
    {
        foreach (var error in examination.Settlements.SelectMany(examination.ErrorsOf).Where(e => e.Cause == cause && e.IsProof && stillCounts?.Invoke(e) != false))
        {
            Note(notes, examination, error);
        }
    }

    public static void Note(CheckNotes notes, Examination examination, SeenError error)
    {
        var finding = examination.Find(error.Cause, error.Settlement, error.Fact);
        notes.Fault(
            new Observation(error.Match is { } match ? finding with { FixedBy = match.Error.FixedBy } : finding, examination.ConnectionOf(error.Settlement).Id),
            error.Fact);
    }
}
