using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>A state that passes by itself until some moment, and is a fault after it.</summary>
internal static class Waiting
{
    public static void Note(
        CheckNotes notes, Examination examination, Settlement settlement, DateTime until, string waiting, string overdue, string state)
    {
        var connectionId = examination.ConnectionOf(settlement).Id;
        var isOverdue = examination.Now > until;
        var fact = isOverdue
            ? $"Settlement {settlement.Id} {state}, and should have been done by {Spelling.Moment(until)}"
            : $"Settlement {settlement.Id} {state}, which may take until {Spelling.Moment(until)}";
        var finding = examination.Find(isOverdue ? overdue : waiting, settlement, fact);
        if (isOverdue)
        {
            notes.Fault(new Observation(finding, connectionId), fact);
        }
        else
        {
            notes.Remark(new Observation(finding with { WaitUntil = until }, connectionId), fact);
        }
    }
}
