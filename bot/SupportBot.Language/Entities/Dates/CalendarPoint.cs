namespace SupportBot.Language.Entities.Dates;

/// <summary>A day, or a whole month, as far as the text gives it.</summary>
/// <param name="Day">Null: the whole month.</param>
/// <param name="Year">Null: the latest that is not after now.</param>
internal readonly record struct CalendarPoint(int? Day, int Month, int? Year)
{
    // Far enough back to find a 29 February.
    private const int YearsBack = 8;

    /// <summary>Null for a day that does not exist.</summary>
    /// <param name="notAfter">Only for a point without a year: its first day is not after this.</param>
    public (DateOnly First, DateOnly Last)? Resolve(DateOnly notAfter)
    {
        if (Year is { } year)
        {
            return InYear(year);
        }

        for (var candidate = notAfter.Year; candidate > notAfter.Year - YearsBack; candidate--)
        {
            if (InYear(candidate) is { } found && found.First <= notAfter)
            {
                return found;
            }
        }

        return null;
    }

    private (DateOnly First, DateOnly Last)? InYear(int year)
    {
        if (year is < 1990 or > 2100 || Month is < 1 or > 12 || Day is < 1 || Day > DateTime.DaysInMonth(year, Month))
        {
            return null;
        }

        return (new DateOnly(year, Month, Day ?? 1), new DateOnly(year, Month, Day ?? DateTime.DaysInMonth(year, Month)));
    }
}
