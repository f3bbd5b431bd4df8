using SupportBot.Cards;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Facts;
using SupportBot.Cards.Seller;
using Xunit;

namespace SupportBot.UnitTests.Cards;

/// <summary>One of every card, as ordinary as they come; and the same filled with any words.</summary>
internal static class SampleCards
{
    private static readonly SettlementFacts Settlement = new(
        "S-1001", "Amazon EU", "Amazon.de", "1 Mar 2026 – 14 Mar 2026", "16 Mar 2026", "€4,182.55", "Ready", "Xero");

    private static FixFacts Fix => new()
    {
        Title = "Choose an account for 'FBA fees'",
        Instructions =
        [
            "In Link My Books, open Accounts & Taxes and find Amazon.de.",
            "Choose an account for 'FBA fees'. It last posted to account 404.",
            "Save, and wait until the settlement shows as Ready.",
        ],
        Note = "Leave the tax rates alone here: the Accounts & Taxes Wizard is the place for them.",
        Help = new Uri("https://support.example.com/help/settlement-will-not-send#mappings"),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>
    {
        ["settlement"] = SettlementCard.Create(Settlement),
        ["settlement-choice"] = SettlementChoiceCard.Create("c-2",
        [
            Settlement,
            new SettlementFacts("S-1002", "Amazon EU", "Amazon.fr", "1 Mar 2026 – 14 Mar 2026", null, "€980.00", "Awaiting VAT", "Xero"),
            new SettlementFacts("S-77", "Shopify AU", "Shopify", "8 Mar 2026 – 11 Mar 2026", "12 Mar 2026", "1,204.10 AUD", "Ready", "Xero"),
        ]),
        ["diagnosis"] = DiagnosisCard.Create(new DiagnosisFacts
        {
            Headline = "Amazon.de has no account for 'FBA fees'",
            Evidence = [new EvidenceLine("No account for 'FBA fees'", null), new EvidenceLine("Last try ended with an error", "19 Mar 2026, 17:42 UTC")],
            Checks =
            [
                new CheckLine("Accounting connection", CheckState.Passed, "Xero answered."),
                new CheckLine("Permission", CheckState.Passed, "No refusal."),
                new CheckLine("Mappings", CheckState.Failed, "One category that this settlement uses has no account."),
                new CheckLine("Bank account", CheckState.CouldNotCheck, "Xero did not answer in time."),
            ],
            CheckedAt = "20 Mar 2026, 09:00 UTC",
        }),
        ["diagnosis-wait"] = DiagnosisCard.Create(new DiagnosisFacts
        {
            Headline = "Waiting for Amazon's VAT figures",
            Evidence = [new EvidenceLine("The settlement's status is Awaiting VAT", null)],
            WaitUntil = "the end of 5 Apr 2026",
            Checks = [new CheckLine("Accounting connection", CheckState.Passed, "Xero answered.")],
            CheckedAt = "20 Mar 2026, 09:00 UTC",
        }),
        ["fix"] = FixCard.Create(Fix),
        ["fix-with-cause"] = FixCard.Create(Fix with
        {
            Closing = ["Tell me when it's done, and I'll check it again."],
            Found = new DiagnosisFacts
            {
                Headline = "Amazon.de has no account for 'FBA fees'",
                Evidence = [new EvidenceLine("No account for 'FBA fees'", null)],
                Checks =
                [
                    new CheckLine("Mappings", CheckState.Failed, "No account for 'FBA fees'."),
                    new CheckLine("Accounting connection", CheckState.Passed, "Xero answered."),
                ],
                CheckedAt = "20 Mar 2026, 09:00 UTC",
            },
        }),
        ["ticket"] = TicketCard.Create(new TicketForm
        {
            CardId = "c-5",
            Reason = "One channel no longer posts",
            SettlementId = "S-77",
            AlsoSettlements = ["S-78", "S-80"],
            SalesChannel = "Shopify AU",
            Marketplace = "Shopify",
            AsksForRange = true,
            From = new DateOnly(2026, 3, 8),
            To = new DateOnly(2026, 3, 11),
            Evidence = ["Sent twice without an error, but still Ready", "Amazon UK posted since"],
            Tried = ["Reconnected Xero"],
        }),
        ["ticket-missing"] = TicketCard.Create(new TicketForm
        {
            CardId = "c-6",
            Reason = "You asked for a person",
            AsksForRange = false,
            Missing = [TicketFields.SalesChannel, TicketFields.SettlementDate, TicketFields.Comment],
        }),
        ["note"] = NoteCard.Create("c-7", "Hello,\n\nplease help with something in Link My Books.\n\nDana Whitfield"),
        ["documents"] = DocumentsCard.Create("Xero", [new DocumentLine("LMB-2026-02", "28 Feb 2026", new Uri("https://go.xero.com/1")), new DocumentLine("LMB-2026-03", "14 Mar 2026", new Uri("https://go.xero.com/2"))]),
        ["document"] = DocumentsCard.Create("QuickBooks", [new DocumentLine("LMB-2026-03", "14 Mar 2026", new Uri("https://qbo.intuit.com/app/journal?txnId=1"))]),
        ["receipt"] = ReceiptCard.Create(
            "LMB-7K2Q",
            [
                new Fact("About", "One channel no longer posts"),
                new Fact("Sales channel", "Shopify AU"),
                new Fact("Dates", "8 Mar 2026 – 11 Mar 2026"),
                new Fact("What I saw", "Sent twice without an error, but still Ready\nAmazon UK posted since"),
            ],
            "A person from support reads it and answers here. You can close the chat and come back: the conversation stays."),
        ["transcript"] = TranscriptCard.Create(new Uri("https://support.example.com/transcripts/abc")),
    }.Concat(SampleAgentCards.All).ToDictionary();

    /// <summary>Every card with <paramref name="words"/> wherever words of unknown origin can stand.</summary>
    public static IReadOnlyList<AdaptiveCard> FilledWith(string words)
    {
        var settlement = new SettlementFacts("S-1", words, words, words, words, words, words, words);
        return
        [
            SettlementCard.Create(settlement),
            SettlementChoiceCard.Create("c-1", [settlement, settlement]),
            DiagnosisCard.Create(new DiagnosisFacts
            {
                Headline = words,
                Evidence = [new EvidenceLine(words, words)],
                WaitUntil = words,
                Checks = [new CheckLine(words, CheckState.Failed, words)],
                CheckedAt = words,
            }),
            FixCard.Create(new FixFacts
            {
                Title = words,
                Instructions = [words, words],
                Note = words,
                Closing = [words],
                Found = new DiagnosisFacts { Headline = words, Evidence = [new EvidenceLine(words, words)], Checks = [new CheckLine(words, CheckState.Failed, words)], CheckedAt = words },
            }),
            TicketCard.Create(new TicketForm
            {
                CardId = "c-1",
                Reason = words,
                SettlementId = words,
                SalesChannel = words,
                Marketplace = words,
                AsksForRange = false,
                ErrorText = words,
                Comment = words,
                Evidence = [words],
                Tried = [words],
            }),
            NoteCard.Create("c-1", words),
            DocumentsCard.Create("Xero", [new DocumentLine(words, words, null)]),
            ReceiptCard.Create(words, [new Fact(words, words)], words),
            .. SampleAgentCards.FilledWith(words),
        ];
    }
}
