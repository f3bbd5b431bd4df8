using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Seller;

/// <summary>A note to pass on. It stands in a field, because words in a field can be marked and copied by every means.</summary>
public static class NoteCard
{
    private const int LongestNote = 3500;

    public static AdaptiveCard Create(string cardId, string note) => new()
    {
        FallbackText = note,
        Speak = $"A note to pass on.\n{note}",
        Body =
        [
            TextBlock.Heading("A note to pass on"),
            new TextInput
            {
                Id = TicketFields.Note,
                Label = "Change it as you like, then copy it into a message",
                Value = note,
                MaxLength = LongestNote,
                IsMultiline = true,
                ErrorMessage = "The note is empty.",
            },
        ],
        Actions = [new SubmitAction { Title = "Copy the note", Style = "positive", Data = new SubmitData(CardVerbs.CopyNote, cardId) }],
    };
}
