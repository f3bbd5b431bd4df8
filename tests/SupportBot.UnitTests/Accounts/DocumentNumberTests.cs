using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class DocumentNumberTests
{
    private const string IdLetters = "abcXYZ019._-";

    private static readonly Arbitrary<Settlement> Settlements = (
        from day in Gen.Choose(0, 700)
        from length in Gen.Choose(0, 100)
        from id in Gen.ArrayOf(Gen.Elements(IdLetters.ToCharArray()), 40)
        from idLength in Gen.Choose(1, 40)
        let start = new DateOnly(2025, 1, 1).AddDays(day)
        select Of(new string(id[..idLength]), start, start.AddDays(length))).ToArbitrary();

    [Fact]
    public void A_settlement_has_one_document_a_month_and_the_last_is_dated_its_last_day() => Check.QuickThrowOnFailure(Prop.ForAll(Settlements, settlement =>
    {
        var documents = DocumentNumbers.Of(settlement);
        var months = ((settlement.To.Year - settlement.From.Year) * 12) + settlement.To.Month - settlement.From.Month + 1;
        return documents.Count == months
            && documents[^1].Date == settlement.To
            && documents.SkipLast(1).All(d => d.Date.AddDays(1).Day == 1)
            && documents.All(d => d.Date >= settlement.From && d.Month == d.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }));

    [Fact]
    public void Numbers_are_short_enough_and_the_same_every_time() => Check.QuickThrowOnFailure(Prop.ForAll(Settlements, settlement =>
    {
        var numbers = DocumentNumbers.Of(settlement).Select(d => d.Number).ToArray();
        return numbers.All(n => n.Length is > 0 and <= 21)
            && numbers.Distinct(StringComparer.OrdinalIgnoreCase).Count() == numbers.Length
            && numbers.SequenceEqual(DocumentNumbers.Of(settlement).Select(d => d.Number));
    }));

    [Fact]
    public void Long_ids_that_begin_alike_have_different_numbers()
    {
        var day = new DateOnly(2026, 3, 15);
        string Number(string id) => DocumentNumbers.Of(Of(id, day, day))[0].Number;
        Assert.NotEqual(Number("amzn1.settlement.2026.0000000001"), Number("amzn1.settlement.2026.0000000002"));
    }

    [Fact]
    public void A_recorded_number_is_kept_and_the_settlements_own_is_that_of_its_last_document()
    {
        var settlement = Of("S-1", new DateOnly(2026, 2, 20), new DateOnly(2026, 3, 5));
        settlement.DocumentNumber = "INV-7";
        settlement.Parts.Add(new SettlementPart { SellerId = "s", SettlementId = "S-1", Month = "2026-02", Status = SettlementStatus.Sent, DocumentNumber = "INV-6" });
        Assert.Equal(
            [("2026-02", new DateOnly(2026, 2, 28), "INV-6", true), ("2026-03", new DateOnly(2026, 3, 5), "INV-7", false)],
            DocumentNumbers.Of(settlement).Select(d => (d.Month, d.Date, d.Number, d.IsSent)));
    }

    private static Settlement Of(string id, DateOnly from, DateOnly to) => new()
    {
        SellerId = "s",
        Id = id,
        ChannelName = "c",
        Marketplace = "Amazon.de",
        Currency = "EUR",
        From = from,
        To = to,
        Status = SettlementStatus.Ready,
    };
}
