using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Language.Intents;
using SupportBot.Language.Text;
using Xunit;
using Xunit.Abstractions;

namespace SupportBot.UnitTests.Language;

/// <summary>Held-out sentences as people type them into a chat, and what they name.</summary>
public sealed class EverydayTests(ITestOutputHelper output)
{
    [Fact]
    public void Hasty_sentences_are_understood()
    {
        var wrong = HeldOut.Everyday
            .Select(s => (s.Intent, s.Text, Got: Understood.Of(s.Text)))
            .Where(s => s.Got.Intent != s.Intent)
            .ToList();

        output.WriteLine($"{HeldOut.Everyday.Count - wrong.Count} of {HeldOut.Everyday.Count}");
        wrong.ForEach(w => output.WriteLine($"{w.Text} -> {w.Got.Intent} {w.Got.Confidence}, not {w.Intent}"));
        Assert.InRange(1 - ((double)wrong.Count / HeldOut.Everyday.Count), 0.9, 1);
    }

    [Fact]
    public void No_hasty_sentence_was_learnt()
    {
        static string Key(string text) => string.Join(' ', Tokenizer.Tokenize(text));
        var learnt = Phrasebook.Load().SelectMany(p => p.Phrases).Select(Key).ToHashSet();

        Assert.Equal([], HeldOut.Everyday.Select(s => s.Text).Where(t => learnt.Contains(Key(t))));
    }

    [Fact]
    public void What_sentences_name_is_read()
    {
        var expected = HeldOut.Lines("EverydayEntities.txt").Where(l => l[0] != '#').Select(l => l.Split('|', 2, StringSplitOptions.TrimEntries)).ToList();
        var wrong = expected.Select(l => (Text: l[0], Wanted: l[1], Got: Named(l[0], l[1]))).Where(l => l.Got != Fields(l.Wanted)).ToList();

        output.WriteLine($"{expected.Count - wrong.Count} of {expected.Count}");
        wrong.ForEach(w => output.WriteLine($"{w.Text} -> {w.Got}, not {w.Wanted}"));
        Assert.InRange(1 - ((double)wrong.Count / expected.Count), 0.9, 1);
    }

    private static string Fields(string wanted) =>
        string.Join(' ', Pairs(wanted).Where(p => p.Name is not ("locale" or "channels")).Select(p => $"{p.Name}={p.Value}").Order(StringComparer.Ordinal));

    private static IEnumerable<(string Name, string Value)> Pairs(string wanted) =>
        Regex.Matches(wanted, @"(?<name>\w+)=(?<value>.*?)(?=\s+(?:channels|channelText|marketplace|platform|date|dateFrom|dateTo|settlementId|errorText)=|$)")
            .Select(m => (m.Groups["name"].Value, m.Groups["value"].Value));

    private static string Named(string text, string wanted)
    {
        var context = Pairs(wanted).ToDictionary(p => p.Name, p => p.Value);
        var entities = Understood.Of(text, context.GetValueOrDefault("locale", "en-GB"), context.GetValueOrDefault("channels")?.Split(';') ?? []).Entities;
        (string Name, object? Value)[] all =
        [
            ("channelText", context.ContainsKey("channelText") ? entities.ChannelText : null),
            ("marketplace", context.ContainsKey("channels") && !context.ContainsKey("marketplace") ? null : entities.Marketplace),
            ("platform", entities.Platform), ("date", entities.Date), ("dateFrom", entities.DateFrom), ("dateTo", entities.DateTo),
            ("settlementId", entities.SettlementId), ("errorText", entities.ErrorText),
        ];
        return string.Join(' ', all.Where(a => a.Value is not null)
            .Select(a => $"{a.Name}={(a.Value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : a.Value)}").Order(StringComparer.Ordinal));
    }
}
