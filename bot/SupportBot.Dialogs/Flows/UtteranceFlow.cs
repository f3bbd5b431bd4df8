using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;
using SupportBot.Language.Intents;

namespace SupportBot.Dialogs.Flows;

/// <summary>What a text means here: first by what was offered, then by its words, then by its intent.</summary>
internal static class UtteranceFlow
{
    private const int MostWordsOfABareName = 8;

    public static DialogOutcome Said(DialogContext dialog, DialogInput.Utterance said)
    {
        var (text, understood) = said;
        var entities = understood.Entities;
        TriedSteps.NoteWords(dialog, text);
        dialog.State = dialog.State with
        {
            ErrorText = entities.ErrorText ?? dialog.State.ErrorText,
            ErrorQuotedAt = entities.ErrorText is null ? dialog.State.ErrorQuotedAt : dialog.Turn.Now.UtcDateTime,
            Suspected = CheckOf(understood.Intent),
        };
        if (ChoiceTitles.Find(text) is { } choice)
        {
            return ChoiceFlow.Chose(Understood(dialog), choice);
        }

        if (SettlementFlow.PickedByNumber(dialog.State, text) is { } settlementId)
        {
            return SettlementFlow.Look(Understood(dialog), settlementId);
        }

        if (SendFlow.CanBeAsked(dialog.State) && SendWords.AskToSendMissing(text))
        {
            return ChoiceFlow.Chose(Understood(dialog), Choice.SendMissing);
        }

        if (SendFlow.CanBeAsked(dialog.State) && SendWords.AskToSend(text))
        {
            return ChoiceFlow.Chose(Understood(dialog), Choice.SendNow);
        }

        if (RepairWords.AskToCancel(text))
        {
            return RepairFlow.Cancel(Understood(dialog));
        }

        if ((WishWords.Find(text, dialog.State) ?? SupportWords.Find(text)) is { } wish)
        {
            return ChoiceFlow.Chose(Understood(dialog), wish);
        }

        if (dialog.State.Survey is not null && SurveyFlow.Heard(Understood(dialog), said) is { } surveyed)
        {
            return surveyed;
        }

        return understood.Intent switch
        {
            Intent.ContactHuman => HandoffFlow.Start(Understood(dialog), entities),
            Intent.Clarify => RepairFlow.Clarify(Understood(dialog)),
            Intent.StartOver => RepairFlow.StartOver(Understood(dialog)),
            _ when dialog.State.WaitingFor == Waiting.TicketField => TicketFlow.Answered(Understood(dialog), text, entities),
            Intent.ConfirmDone => ChoiceFlow.Chose(Understood(dialog), Choice.Done),
            Intent.OutOfScope => Unknown(dialog, text, entities),
            _ when dialog.Library.AnswerFor(understood.Intent) is { } found => AnswerFlow.Answer(Understood(dialog), found.Article, found.Answer),
            _ when NamesAnother(dialog, understood) => SettlementFlow.Find(Understood(dialog), entities),
            Intent.Yes => ChoiceFlow.Chose(Understood(dialog), Choice.Yes),
            Intent.No => ChoiceFlow.Chose(Understood(dialog), Choice.No),
            Intent.StillBroken => ChoiceFlow.Chose(Understood(dialog), Choice.StillNotSending),
            Intent.Greeting => RepairFlow.Greet(Understood(dialog)),
            Intent.ThanksBye => RepairFlow.ThanksOrBye(Understood(dialog)),
            _ => Look(Understood(dialog), understood.Intent),
        };
    }

    /// <summary>Any account of a problem: the account is looked at before anything is asked.</summary>
    private static DialogOutcome Look(DialogContext dialog, string intent)
    {
        if (dialog.State is { Problem: not null, WaitingFor: not (Waiting.Nothing or Waiting.Settlement) })
        {
            return RecheckFlow.Start(dialog, Purpose.Again);
        }

        var scope = intent == Intent.CheckStatus && dialog.State.WaitingFor != Waiting.Nothing ? dialog.State.Scope : DiagnosisScope.Everything;
        dialog.Leave();
        return dialog.Diagnose(Purpose.Problem, scope);
    }

    private static DialogOutcome Unknown(DialogContext dialog, string text, EntitySet entities)
    {
        if (entities.NamesSettlement && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfABareName)
        {
            return SettlementFlow.Find(Understood(dialog), entities);
        }

        return dialog.State is { WaitingFor: Waiting.Ticket, Draft: not null }
            ? TicketFlow.AddComment(Understood(dialog), text)
            : RepairFlow.NotUnderstood(dialog);
    }

    /// <summary>
    /// A name points to a settlement whatever else is said. A day alone may be when something was tried or when people
    /// meet again, so it counts only where a problem is told or a mistake corrected.
    /// </summary>
    private static bool NamesAnother(DialogContext dialog, Understanding understood)
    {
        var entities = understood.Entities;
        if (entities is { SettlementId: null, ChannelText: null, Marketplace: null })
        {
            return entities.NamesSettlement && understood.Intent is not (Intent.Yes or Intent.ThanksBye or Intent.Greeting)
                && !(understood.Intent == Intent.StillBroken && dialog.State.Problem is not null);
        }

        return understood.Intent != Intent.StillBroken || dialog.State.Subject is not { } subject || dialog.State.Problem is null
            || (entities.SettlementId ?? subject.Id) != subject.Id
            || (entities.ChannelText ?? subject.Channel) != subject.Channel
            || (entities.Marketplace ?? subject.Marketplace) != subject.Marketplace;
    }

    private static string? CheckOf(string intent) => intent switch
    {
        Intent.AccountingDisconnected => CheckName.AccountingConnection,
        Intent.PermissionError => CheckName.Permission,
        Intent.MissingMappings => CheckName.Mappings,
        Intent.BankAccountMissing => CheckName.BankAccount,
        Intent.ChannelLinkDropped => CheckName.ChannelLink,
        Intent.MultiMonthVat => CheckName.MultiMonthVat,
        Intent.SettlementStuckSending => CheckName.StuckSending,
        _ => null,
    };

    private static DialogContext Understood(DialogContext dialog)
    {
        dialog.State = dialog.State with { NotUnderstood = 0 };
        return dialog;
    }
}
