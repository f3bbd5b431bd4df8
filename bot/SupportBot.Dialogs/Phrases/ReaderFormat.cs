using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Phrases;

/// <summary>
/// Dates, times and amounts as the reader writes them. The product speaks English, so month names are used only with readers
/// of English; everyone else gets the digits in their own order, not half a sentence in another language. Times are the
/// reader's own where it is known in which time zone they are, and say that they are UTC where it is not.
/// </summary>
public sealed partial class ReaderFormat
{
    private static readonly CultureInfo s_british = CultureInfo.GetCultureInfo("en-GB");

    private readonly CultureInfo _culture;
    private readonly TimeZoneInfo? _zone;
    private readonly string _dayPattern;
    private readonly string _ownCurrency;

    private ReaderFormat(CultureInfo culture, TimeZoneInfo? zone)
    {
        _culture = culture;
        _zone = zone;
        _ownCurrency = new RegionInfo(culture.Name).ISOCurrencySymbol;
        _dayPattern = culture.TwoLetterISOLanguageName != "en" ? culture.DateTimeFormat.ShortDatePattern
            : culture.DateTimeFormat.MonthDayPattern.StartsWith('M') ? "MMM d, yyyy"
            : "d MMM yyyy";
    }

    /// <param name="locale">BCP 47; an unknown one is read as British English.</param>
    /// <param name="timeZone">IANA; null or unknown means UTC.</param>
    public static ReaderFormat For(string locale, string? timeZone = null) =>
        new(CultureOf(locale), timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : null);

    /// <summary>Of the times that are given, such as <c>Europe/London</c>.</summary>
    public string ZoneName => _zone?.Id ?? "UTC";

    public string Day(DateOnly day) => day.ToString(_dayPattern, _culture);

    public string Days(DateOnly from, DateOnly to) => from == to ? Day(from) : $"{Day(from)} to {Day(to)}";

    /// <summary>
    /// A day's last second is the end of that day, which is a date of the calendar and the same everywhere; other moments are given
    /// to the minute.
    /// </summary>
    public string Until(DateTime utc)
    {
        if (utc.TimeOfDay >= new TimeSpan(23, 59, 59))
        {
            return $"the end of {Day(DateOnly.FromDateTime(utc))}";
        }

        var local = Local(utc);
        return $"{Time(local)} on {Day(DateOnly.FromDateTime(local))}";
    }

    public string Moment(DateTime utc)
    {
        var local = Local(utc);
        return $"{Day(DateOnly.FromDateTime(local))}, {Time(local)}";
    }

    /// <summary>A moment of the coming weeks, as people arrange to meet: <c>Monday, 23 March at 09:00 (your time)</c>.</summary>
    public string Appointment(DateTime utc)
    {
        var local = Local(utc);
        var day = _culture.TwoLetterISOLanguageName != "en" ? Day(DateOnly.FromDateTime(local)) : local.ToString(_dayPattern.StartsWith('M') ? "MMMM d" : "d MMMM", _culture);
        return $"{local.ToString("dddd", s_british)}, {day} at {Time(local)}{(_zone is null ? "" : " (your time)")}";
    }

    /// <summary>A fact or summary of a diagnosis, with its dates as the reader writes them.</summary>
    public string Fact(string fact) => IsoDate().Replace(fact, found =>
        found.Groups["time"].Success && DateTime.TryParse(found.Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? Moment(moment)
        : !found.Groups["time"].Success && DateOnly.TryParseExact(found.Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day)
        : found.Value);

    /// <summary>With the currency's sign where it is the reader's own currency, else with its code: a dollar sign alone says little.</summary>
    public string Amount(long hundredths, string currency)
    {
        var amount = hundredths / 100m;
        return _ownCurrency == currency
            ? amount.ToString("C2", _culture)
            : $"{amount.ToString("N2", _culture)}\u00A0{currency}";
    }

    public string Settlement(SettlementSummary settlement) =>
        $"{Where(settlement)}, {Days(settlement.From, settlement.To)}, {Amount(settlement.TotalHundredths, settlement.Currency)}";

    private DateTime Local(DateTime utc) =>
        _zone is null ? utc : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone);

    private string Time(DateTime local) => local.ToString(_culture.DateTimeFormat.ShortTimePattern, _culture) + (_zone is null ? " UTC" : "");

    private static CultureInfo CultureOf(string locale)
    {
        try
        {
            // Without this, any well-formed nonsense is a culture with American habits.
            var culture = CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
            if (culture.IsNeutralCulture && culture.Name != "en")
            {
                culture = CultureInfo.CreateSpecificCulture(culture.Name);
            }

            // Not every language is known to have a country whose ways could be followed.
            return culture.IsNeutralCulture || culture.Name.Length == 0 ? s_british : culture;
        }
        catch (ArgumentException)
        {
            // Locales come from outside: an unknown one, or one of no country, is no reason not to answer.
            return s_british;
        }
    }

    private static string Where(SettlementSummary settlement) =>
        string.IsNullOrEmpty(settlement.Marketplace) || string.Equals(settlement.Channel, settlement.Marketplace, StringComparison.OrdinalIgnoreCase)
            ? settlement.Channel
            : $"{settlement.Channel}, {settlement.Marketplace}";

    /// <summary>Not a part of an id or a number.</summary>
    [GeneratedRegex(@"(?<![\w-])\d{4}-\d{2}-\d{2}(?<time>T\d{2}:\d{2}(:\d{2})?Z)?(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();
}
