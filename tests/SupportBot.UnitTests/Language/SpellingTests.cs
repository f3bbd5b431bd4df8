using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Language;

public sealed class SpellingTests
{
    private readonly Spelling _spelling = new(["settlement", "xero", "missing"]);

    [Theory]
    [InlineData("settlment")]
    [InlineData("setttlement")]
    [InlineData("settlemant")]
    [InlineData("settelment")]
    [InlineData("settlement")]
    public void One_slip_is_forgiven(string written) => Assert.Equal("settlement", _spelling.Correct(written));

    [Theory]
    [InlineData("zero")]
    [InlineData("settling")]
    [InlineData("s1001")]
    [InlineData("kissings")]
    public void Other_words_stay_what_they_are(string written) => Assert.Equal(written, _spelling.Correct(written));
}
