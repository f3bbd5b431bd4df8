using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>What support did is told, and the account looked at again, so that the person can go on from there.</summary>
internal static class SupportFlow
{
    public static DialogOutcome Acted(DialogContext dialog, DialogInput.SupportActed acted)
    {
        dialog.Leave();
        dialog.Say(AboutWork.SupportActed(acted.Action));
        return dialog.Diagnose(Purpose.Problem, acted.SettlementId is null ? DiagnosisScope.Everything : new DiagnosisScope(acted.SettlementId));
    }
}
