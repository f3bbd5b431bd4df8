using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Seller;

/// <summary>The ticket to confirm: everything filled in and editable, required only what is missing.</summary>
public static class TicketCard
{
    private static readonly TextInput s_whole = new()
    {
        Id = TicketFields.Whole,
        Label = "All fields are sent",
        Value = "yes",
        MaxLength = 3,
        IsVisible = false,
        ErrorMessage = "Please reload the page.",
    };

    public static AdaptiveCard Create(TicketForm form) => new()
    {
        FallbackText = string.Join('\n', Words(form)),
        Speak = $"Your message to support. {form.Reason}. Look it over, change what you like, and send it.",
        Body =
        [
            TextBlock.Heading("Your message to support"),
            .. FactRows.Of(Facts(form)),
            Text(form, TicketFields.SalesChannel, "Sales channel", form.SalesChannel, "Please name the sales channel."),
            Text(form, TicketFields.Marketplace, "Marketplace", form.Marketplace, "Please name the marketplace, such as Amazon.de."),
            .. Dates(form),
            Long(form, TicketFields.ErrorText, "Error message, if you saw one", form.ErrorText, null, "Please copy the error message here."),
            Long(form, TicketFields.Comment, form.Missing.Contains(TicketFields.Comment) ? "What should support know?" : "Anything to add?", form.Comment, "Optional", "Please say in a few words what support should know."),
            s_whole,
        ],
        Actions =
        [
            new SubmitAction { Title = "Send to support", Style = "positive", Data = new SubmitData(CardVerbs.SendTicket, form.CardId) },
            new SubmitAction { Title = "Not now", Data = new SubmitData(CardVerbs.CancelTicket, form.CardId), AssociatedInputs = "none" },
        ],
    };

    private static IEnumerable<Fact> Facts(TicketForm form)
    {
        yield return new Fact("About", form.Reason);
        if (form.SettlementId is not null)
        {
            yield return new Fact("Settlement", form.SettlementId);
        }

        if (form.AlsoSettlements.Count > 0)
        {
            yield return new Fact("Also", string.Join(", ", form.AlsoSettlements));
        }

        if (form.Evidence.Count > 0)
        {
            yield return new Fact("What I saw", string.Join('\n', form.Evidence));
        }

        if (form.Tried.Count > 0)
        {
            yield return new Fact("Already tried", string.Join('\n', form.Tried));
        }
    }

    private static IEnumerable<DateInput> Dates(TicketForm form) => form.AsksForRange
        ? [
            Day(form, TicketFields.SettlementFrom, "Settlement starts", form.From),
            Day(form, TicketFields.SettlementTo, "Settlement ends", form.To),
        ]
        : [Day(form, TicketFields.SettlementDate, "Settlement date", form.Date)];

    private static IEnumerable<string> Words(TicketForm form)
    {
        yield return "Your message to support";
        foreach (var fact in Facts(form))
        {
            yield return fact.AsText;
        }

        foreach (var (label, value) in new[] { ("Sales channel", form.SalesChannel), ("Marketplace", form.Marketplace), ("Error message", form.ErrorText), ("Comment", form.Comment) })
        {
            if (value is not null)
            {
                yield return $"{label}: {value}";
            }
        }

        foreach (var day in Dates(form))
        {
            if (day.Value is { } value)
            {
                yield return $"{day.Label}: {value:O}";
            }
        }
    }

    private static TextInput Text(TicketForm form, string id, string label, string? value, string error) => new()
    {
        Id = id,
        Label = label,
        Value = value,
        MaxLength = 200,
        IsRequired = IsMissing(form, id),
        ErrorMessage = error,
    };

    private static TextInput Long(TicketForm form, string id, string label, string? value, string? placeholder, string error) => new()
    {
        Id = id,
        Label = label,
        Value = value,
        Placeholder = form.Missing.Contains(id) ? null : placeholder,
        MaxLength = 2000,
        IsMultiline = true,
        IsRequired = IsMissing(form, id),
        ErrorMessage = error,
    };

    private static DateInput Day(TicketForm form, string id, string label, DateOnly? value) => new()
    {
        Id = id,
        Label = label,
        Value = value,
        IsRequired = IsMissing(form, id),
        ErrorMessage = "Please choose a date.",
    };

    private static bool? IsMissing(TicketForm form, string id) => form.Missing.Contains(id) ? true : null;
}
