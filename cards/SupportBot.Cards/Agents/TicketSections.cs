using System.Globalization;
using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Agents;

/// <summary>The body of a ticket's card: what is needed at a glance, then what is opened when it is wanted.</summary>
internal sealed class TicketSections(TicketFacts facts, CardDepth depth)
{
    public Container Top() => new()
    {
        Style = ContainerStyle.Emphasis,
        Items =
        [
            TextBlock.Heading("Support ticket"),
            RichTextBlock.Of(TextRun.Strong(depth.Line(facts.Headline))),
            Tight(TextRun.Strong(facts.Reference), TextRun.Subtle($" · {depth.Label(facts.Age)}")),
            RichTextBlock.Of(new TextRun { Text = depth.Label(facts.StatusText), Weight = TextWeight.Bolder, Color = Color() }),
            .. Maybe(facts.AskedOfSupport, asked => Tight(TextRun.Strong(asked))),
            .. Maybe(facts.LastChange, change => Tight(TextRun.Subtle(depth.Label(change)))),
            .. Maybe(Hint(), hint => Tight(TextRun.Subtle(hint))),
        ],
    };

    private string? Hint() => facts.Standing is TicketStanding.Waiting or TicketStanding.Claimed
        ? "To answer the seller, write in this thread and mention the bot with @."
        : null;

    public IEnumerable<CardElement> Facts() =>
    [
        .. Group([.. depth.First(facts.Seller), .. Maybe(facts.EarlierCase, words => new Fact("Earlier case", depth.Label(words)))]),
        .. Group([.. depth.First(facts.Settlement)]),
    ];

    public IEnumerable<CardElement> Evidence()
    {
        if (facts.Evidence.Count > 0)
        {
            yield return TextBlock.Subheading("What was found");
            foreach (var line in depth.First([.. facts.Evidence.Select(line => line.AsText)]))
            {
                yield return MarkedRows.Evidence(line);
            }

            if (facts.CheckedAt is { } checkedAt)
            {
                yield return new RichTextBlock { Spacing = Spacing.Small, Inlines = [TextRun.Subtle($"Checked {depth.Label(checkedAt)}")] };
            }
        }

        if (facts.CheckedAgain is { } again)
        {
            yield return RichTextBlock.Of(TextRun.Strong(CardText.OneLine(again, depth.Long)));
        }

        if (facts.ErrorText is { } error)
        {
            yield return TextBlock.Subheading("Error message");
            yield return RichTextBlock.Of(TextRun.Plain(CardText.Clean(error, depth.Long)));
        }
    }

    /// <summary>Each unfolds under its own button, because a phone shows hardly two buttons side by side.</summary>
    public IEnumerable<CardElement> Details() =>
    [
        .. Folded("checks", $"Checks: {CheckCount()}", [.. Checks()]),
        .. Folded("tried", $"Already tried: {Number(facts.Tried.Count)}", [.. depth.First(facts.Tried).Select(MarkedRows.Evidence)]),
        .. Folded("messages", "Last messages", [.. Messages()], [.. Maybe(facts.ConversationPage, page => new OpenUrlAction { Title = "Whole conversation", Url = page })]),
    ];

    private static IEnumerable<CardElement> Folded(string id, string title, IReadOnlyList<CardElement> items, params IReadOnlyList<CardAction> beside)
    {
        CardAction[] buttons = items.Count == 0 ? [.. beside] : [new ToggleVisibilityAction { Title = title, TargetElements = [id] }, .. beside];
        if (buttons.Length > 0)
        {
            yield return new ActionSet { Actions = buttons };
        }

        if (items.Count > 0)
        {
            yield return new Container { Id = id, IsVisible = false, Items = items };
        }
    }

    private string CheckCount()
    {
        var failed = facts.Checks.Count(check => check.State is CheckState.Failed);
        var unknown = facts.Checks.Count(check => check.State is CheckState.CouldNotCheck);
        return (failed, unknown) switch
        {
            (0, 0) => "all passed",
            (_, 0) => $"{Number(failed)} failed",
            (0, _) => $"{Number(unknown)} could not be made",
            _ => $"{Number(failed)} failed, {Number(unknown)} could not be made",
        };
    }

    private IEnumerable<CardElement> Checks()
    {
        var open = facts.Checks.Where(check => check.State is not CheckState.Passed).OrderBy(check => check.State).ToList();
        foreach (var check in open.Take(depth.Lines))
        {
            yield return MarkedRows.Check(new CheckLine(depth.Label(check.Name), check.State, depth.Line(check.Summary)));
        }

        if (open.Count > depth.Lines)
        {
            yield return RichTextBlock.Of(TextRun.Subtle(CardDepth.AndMore(open.Count - depth.Lines)));
        }

        if (MarkedRows.PassedNames(facts.Checks) is { Length: > 0 } passed)
        {
            yield return MarkedRows.Passed(CardText.OneLine(passed, depth.Long * 2));
        }
    }

    private IEnumerable<CardElement> Messages()
    {
        var earlier = facts.LastLines.Count - depth.Lines;
        if (earlier > 0)
        {
            yield return RichTextBlock.Of(TextRun.Subtle($"{Number(earlier)} earlier"));
        }

        foreach (var line in facts.LastLines.TakeLast(depth.Lines))
        {
            yield return new RichTextBlock
            {
                Spacing = Spacing.Small,
                Inlines = [TextRun.Strong($"{depth.Label(line.Who)}: "), TextRun.Plain(CardText.Clean(line.Words, depth.Long))],
            };
        }
    }

    /// <summary>Where somebody is wanted; the words say the same. The green of some clients is too pale to be read.</summary>
    private TextColor? Color() => facts.Standing is TicketStanding.Waiting || facts.MayBeTakenOver ? TextColor.Attention : null;

    private static IEnumerable<CardElement> Group(IReadOnlyList<Fact> facts) =>
        facts.Count == 0 ? [] : [new Container { Separator = true, Spacing = Spacing.Medium, Items = [.. FactRows.Of(facts)] }];

    private static RichTextBlock Tight(params TextRun[] runs) => new() { Spacing = Spacing.None, Inlines = runs };

    private static IEnumerable<TElement> Maybe<TValue, TElement>(TValue? value, Func<TValue, TElement> create)
        where TValue : class => value is null ? [] : [create(value)];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
