using System.Text;
using SupportBot.Language.Entities;
using SupportBot.Language.Entities.Dates;
using SupportBot.Language.Text;

namespace SupportBot.Language.Intents;

/// <summary>
/// Puts one word in the place of every date and id: what somebody wants does not hang on which day it is, though it may on
/// whether a range crosses a month end.
/// </summary>
internal static class Placeholders
{
    private const string Day = "someday";
    private const string DaysOfOneMonth = "somedays";
    private const string DaysOfSeveralMonths = "somemonths";
    private const string Id = "someid";

    // Training phrases name days without a year; any day does.
    private static readonly DateOnly s_anyDay = new(2026, 6, 30);

    public static string In(string text)
    {
        var utterance = Utterance.Of(text);
        var dates = DateReader.Find(utterance, s_anyDay, "en-GB");
        return In(utterance.Text, dates, SettlementIdReader.Find(utterance.Text, dates));
    }

    public static string In(string text, IReadOnlyList<DateMention> dates, string? settlementId)
    {
        if (dates.Count == 0 && settlementId is null)
        {
            return text;
        }

        var replaced = new StringBuilder(text.Length);
        var done = 0;
        foreach (var date in dates)
        {
            replaced.Append(text, done, date.Start - done).Append(NameOf(date));
            done = date.End;
        }

        replaced.Append(text, done, text.Length - done);
        return settlementId is null ? replaced.ToString() : replaced.Replace(settlementId, Id).ToString();
    }

    private static string NameOf(DateMention date) =>
        !date.IsRange ? Day
        : (date.From.Year, date.From.Month) == (date.To.Year, date.To.Month) ? DaysOfOneMonth
        : DaysOfSeveralMonths;
}
