using System.Globalization;

namespace SupportBot.Channels.Rendering;

/// <summary>
/// Dates and amounts as the reader writes them. The product speaks English, so month names are used only with readers
/// of English; everyone else gets the digits in their own order, not half a sentence in another language.
/// </summary>
internal sealed class ReaderFormat
{
    private readonly CultureInfo culture;
    private readonly string dayPattern;

    private ReaderFormat(CultureInfo culture)
    {
        this.culture = culture;
        dayPattern = culture.TwoLetterISOLanguageName != "en" ? culture.DateTimeFormat.ShortDatePattern
            : MonthComesFirst(culture) ? "MMM d, yyyy"
            : "d MMM yyyy";
    }

    /// <param name="locale">BCP 47; an unknown one is read as British English.</param>
    public static ReaderFormat For(string locale)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(locale);
            return new ReaderFormat(culture.IsNeutralCulture || culture.Equals(CultureInfo.InvariantCulture) ? Specific(culture) : culture);
        }
        catch (CultureNotFoundException)
        {
            return new ReaderFormat(British);
        }
    }

    public string Day(DateOnly day) => day.ToString(dayPattern, culture);

    public string Days(DateOnly from, DateOnly to) => from == to ? Day(from) : $"{Day(from)} – {Day(to)}";

    /// <summary>To the minute; a day's last second is the day itself.</summary>
    public string Moment(DateTime utc)
    {
        var day = Day(DateOnly.FromDateTime(utc));
        return utc.TimeOfDay >= new TimeSpan(23, 59, 59)
            ? day
            : $"{day}, {utc.ToString(culture.DateTimeFormat.ShortTimePattern, culture)} UTC";
    }

    /// <summary>With the currency's sign where it is the reader's own currency, else with its code: a dollar sign alone says little.</summary>
    public string Amount(long hundredths, string currency)
    {
        var amount = hundredths / 100m;
        return new RegionInfo(culture.Name).ISOCurrencySymbol == currency
            ? amount.ToString("C2", culture)
            : $"{amount.ToString("N2", culture)}\u00A0{currency}";
    }

    private static CultureInfo British => CultureInfo.GetCultureInfo("en-GB");

    private static CultureInfo Specific(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName is "en" or "iv" ? British : CultureInfo.CreateSpecificCulture(culture.Name);

    private static bool MonthComesFirst(CultureInfo culture) =>
        culture.DateTimeFormat.MonthDayPattern.StartsWith('M');
}
