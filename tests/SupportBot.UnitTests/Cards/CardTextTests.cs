using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportBot.Cards.Elements;
using Xunit;

namespace SupportBot.UnitTests.Cards;

public sealed partial class CardTextTests
{
    public static TheoryData<string> Hostile => new()
    {
        "\"quotes\" and 'quotes' and \\ and }{][",
        "**bold** _italic_ [link](https://evil.example) ![image](https://evil.example/x.png) # heading `code`",
        "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &#x202e;",
        "متجري \u202Egnp.exe\u202C שלום",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 Z̸͉͈a̷l̴g̵o̶",
        "\0\u0007\u001b[31m line\r\nline\u2028line",
        "{{DATE(2026-03-20T09:00:00Z)}} ${evil} {{TIME(2026-03-20T09:00:00Z)}}",
        "half a pair \ud83d",
        new string('w', 50_000),
        string.Concat(Enumerable.Repeat("👨‍👩‍👧 ", 10_000)),
        "e" + new string('\u0301', 20_000),
        "",
        "   ",
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_words_break_a_card(string words)
    {
        foreach (var card in SampleCards.FilledWith(words))
        {
            var json = card.ToJson().GetRawText();

            using var read = JsonDocument.Parse(json);
            Assert.Equal("AdaptiveCard", read.RootElement.GetProperty("type").GetString());
            Assert.InRange(Encoding.UTF8.GetByteCount(json), 100, 256 * 1024);
            Assert.All(Strings(read.RootElement), text => Assert.DoesNotMatch(Harmful(), text));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Words_of_unknown_origin_never_stand_where_a_client_reads_Markdown(string words)
    {
        foreach (var card in SampleCards.FilledWith(words))
        {
            Assert.All(Headings(card.Body), heading => Assert.Matches("^[A-Z][a-zA-Z ]+$", heading));
        }
    }

    [Fact]
    public void A_long_text_is_cut_between_characters_as_people_see_them()
    {
        var run = TextRun.Plain(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 1_000)));

        Assert.InRange(run.Text.Length, 900, 1000);
        Assert.EndsWith("👨‍👩‍👧…", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_without_harm_are_kept_as_they_are()
    {
        const string words = "Amazon.de “fees” *not* _markup_ – 3 < 4 & Café\nsecond line";

        Assert.Equal(words, TextRun.Plain(words).Text);
    }

    private static IEnumerable<string> Headings(IEnumerable<CardElement> elements) => elements.SelectMany(element => element switch
    {
        TextBlock heading => [heading.Text],
        Container container => Headings(container.Items),
        _ => [],
    });

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name != "data").SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    [GeneratedRegex(@"[\0-\x08\x0B-\x1F\u202A-\u202E\u2066-\u2069]|\{\{(DATE|TIME)\(")]
    private static partial Regex Harmful();
}
