using SupportBot.Dialogs.Engine;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;

namespace SupportBot.Dialogs.Flows;

/// <summary>A person, at any time and without a form: the ticket is filled in and opened at once.</summary>
internal static class HandoffFlow
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromMinutes(10);

    public static DialogOutcome Start(DialogContext dialog, EntitySet? entities = null)
    {
        var state = dialog.State;
        if (state.Draft is { } draft)
        {
            return TicketFlow.Open(dialog, draft);
        }

        if (entities is { NamesSettlement: true } && state.Problem is null)
        {
            return SettlementFlow.Find(dialog, entities, Purpose.Person);
        }

        return state.Diagnosis is { } diagnosis && dialog.Turn.Now.UtcDateTime - diagnosis.CheckedAt <= s_freshFor
            ? Open(dialog)
            : dialog.Diagnose(Purpose.Person, state.Scope, closer: true);
    }

    public static DialogOutcome Looked(DialogContext dialog, AccountReport report)
    {
        dialog.Remember(report);
        return Open(dialog);
    }

    /// <summary>A request for a person never waits for a check that does not come.</summary>
    public static DialogOutcome CouldNotLook(DialogContext dialog) => Open(dialog);

    private static DialogOutcome Open(DialogContext dialog) =>
        TicketFlow.Open(dialog, TicketDrafts.For(dialog, TicketDrafts.AskedForHuman));
}
