using SupportBot.Language;

namespace SupportBot.UnitTests.Language;

/// <summary>The recogniser as a seller meets it on Friday 20 March 2026.</summary>
internal static class Understood
{
    // Learning takes some tenths of a second: once for all tests.
    private static readonly Recogniser s_recogniser = new();

    public static Understanding Of(string text, string locale = "en-GB", params string[] channels) =>
        s_recogniser.Understand(text, new UtteranceContext(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero), locale, channels));
}
