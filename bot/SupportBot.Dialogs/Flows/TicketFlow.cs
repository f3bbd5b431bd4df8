using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;

namespace SupportBot.Dialogs.Flows;

/// <summary>A ticket from its first draft to its receipt.</summary>
internal static class TicketFlow
{
    /// <summary>Shows the filled-in ticket, or first asks once for what support needs and nobody knows.</summary>
    public static DialogOutcome Propose(DialogContext dialog)
    {
        var draft = TicketDrafts.For(dialog);
        dialog.State = dialog.State with { Draft = draft, WaitingFor = Waiting.Ticket };
        var missing = TicketDrafts.Missing(dialog, draft);
        if (missing.Count == 0 || dialog.State.Asked.Count > 0)
        {
            return Confirm(dialog, null);
        }

        dialog.State = dialog.State with { Asked = missing, WaitingFor = Waiting.TicketField };
        dialog.Say(AboutTickets.Ask(missing));
        dialog.Offer(Choice.NotNow);
        return dialog.End();
    }

    /// <summary>Takes the answer to the one question; what it does not say stays open on the card.</summary>
    public static DialogOutcome Answered(DialogContext dialog, string text, EntitySet entities)
    {
        var draft = dialog.State.Draft!;
        var asked = dialog.State.Asked;
        var end = entities.DateTo ?? entities.Date;
        draft = draft with
        {
            SalesChannel = draft.SalesChannel ?? entities.ChannelText ?? OnlyAnswer(asked, TicketField.SalesChannel, text),
            Marketplace = draft.Marketplace ?? entities.Marketplace ?? OnlyAnswer(asked, TicketField.Marketplace, text),
            SettlementDate = draft.SettlementDate ?? end,
            SettlementFrom = draft.SettlementFrom ?? entities.DateFrom,
            SettlementTo = draft.SettlementTo ?? end,
            ErrorText = draft.ErrorText ?? entities.ErrorText ?? OnlyAnswer(asked, TicketField.ErrorText, text),
        };
        dialog.State = dialog.State with { Draft = draft };
        return Confirm(dialog, null);
    }

    public static DialogOutcome Confirm(DialogContext dialog, string? lead)
    {
        var draft = dialog.State.Draft!;
        var card = dialog.NextId("card");
        dialog.OpenCard(card, CardVerbs.SendTicket);
        dialog.State = dialog.State with { WaitingFor = Waiting.Ticket };
        dialog.Show(new Reply.ConfirmTicket
        {
            Text = Listing.Paragraphs(lead, AboutTickets.Confirm(draft, dialog.Format)),
            Brief = Listing.Paragraphs(lead, AboutTickets.LookItOver),
            CardId = card,
            Draft = draft,
            Missing = TicketDrafts.Missing(dialog, draft),
        });
        dialog.Offer(Choice.SendTicket, Choice.NotNow, Choice.Explain);
        return dialog.End();
    }

    public static DialogOutcome Remind(DialogContext dialog)
    {
        dialog.Say(AboutTickets.StillUnsent);
        dialog.Offer(Choice.SendTicket, Choice.NotNow, Choice.Explain);
        return dialog.End();
    }

    /// <summary>Words that are neither yes nor no are something support should know.</summary>
    public static DialogOutcome AddComment(DialogContext dialog, string text)
    {
        var draft = dialog.State.Draft!;
        dialog.State = dialog.State with { Draft = draft with { Comment = draft.Comment is { } before ? $"{before}\n{text}" : text } };
        return Confirm(dialog, AboutTickets.Added);
    }

    public static DialogOutcome Submit(DialogContext dialog, IReadOnlyDictionary<string, string>? edits = null)
    {
        if (dialog.State.Draft is not { } draft)
        {
            dialog.Say(AboutTickets.NothingToSend);
            dialog.Offer(Choice.CheckAccount);
            return dialog.End();
        }

        if (edits is not null)
        {
            var before = draft.ErrorText;
            var (edited, errors) = TicketEdits.Apply(draft, edits, TicketDrafts.Needed(dialog));
            draft = edited;
            dialog.State = dialog.State with { Draft = edited, ErrorText = before is not null && edited.ErrorText is null ? null : dialog.State.ErrorText };
            if (errors.Count > 0)
            {
                return Confirm(dialog, AboutTickets.Invalid(errors));
            }
        }

        return Open(dialog, draft);
    }

    public static DialogOutcome NotNow(DialogContext dialog)
    {
        if (dialog.State.Draft is null)
        {
            return RepairFlow.Cancel(dialog);
        }

        dialog.RetireCard();
        dialog.State = dialog.State with { WaitingFor = Waiting.Nothing };
        dialog.Say(AboutTickets.NothingSent);
        dialog.Offer([Choice.SendTicket, Choice.CheckAgain, .. ProblemFlow.OtherSettlement(dialog)]);
        return dialog.End();
    }

    public static DialogOutcome Open(DialogContext dialog, TicketDraft draft)
    {
        // The latest words count: a draft may have waited while more was tried.
        draft = draft with { TriedSteps = TriedSteps.Phrases(dialog), ErrorText = draft.ErrorText ?? dialog.State.ErrorText };
        dialog.RetireCard();
        dialog.State = dialog.State with { Draft = draft };
        return dialog.End(new DialogEffect.OpenTicket(draft));
    }

    /// <summary>The ticket is part of this commit. The bot's own part of the conversation ends here.</summary>
    public static DialogOutcome Opened(DialogContext dialog, DialogInput.TicketOpened opened)
    {
        var (reference, earlier) = opened;
        var draft = dialog.State.Draft ?? TicketDrafts.For(dialog, TicketDrafts.AskedForHuman);
        HandOver(dialog, reference);
        var (hours, format) = (dialog.Turn.Support, dialog.Format);
        var next = AboutSupport.WhatNext(hours, format, earlier);
        dialog.Show(new Reply.ShowReceipt
        {
            Text = AboutTickets.Receipt(reference, draft, format, next),
            Brief = $"{AboutTickets.WithSupport(reference)} {AboutSupport.WillAnswer(hours, format)}",
            Reference = reference,
            Draft = draft,
            Next = next,
        });
        return dialog.End();
    }

    /// <summary>Support has a case of this conversation already: no second one is spoken of.</summary>
    public static DialogOutcome Resumed(DialogContext dialog, DialogInput.TicketResumed resumed)
    {
        HandOver(dialog, resumed.Reference);
        dialog.Say(resumed.AgentName is { } agent
            ? AboutSupport.Taken(agent, resumed.Reference)
            : AboutSupport.StillWithTeam(resumed.Reference, dialog.Turn.Support, dialog.Format));
        return dialog.End();
    }

    private static void HandOver(DialogContext dialog, string reference)
    {
        dialog.Leave();
        dialog.Conclude(Ending.Escalated);
        dialog.State = dialog.State with
        {
            SentReference = reference,
            Diagnosis = null,
            Subject = null,
            Scope = DiagnosisScope.Everything,
            Shown = new Dictionary<string, int>(),
            TriedSteps = [],
            ErrorText = null,
            ErrorQuotedAt = null,
            Explanation = null,
            BotOffered = null,
        };
    }

    private static string? OnlyAnswer(IReadOnlyList<string> asked, string field, string text) =>
        asked.Count == 1 && asked[0] == field ? text.Trim() : null;
}
