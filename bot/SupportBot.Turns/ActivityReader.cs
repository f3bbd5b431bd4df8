using System.Collections.ObjectModel;
using System.Text.Json;
using SupportBot.Accounts;
using SupportBot.Cards.Actions;
using SupportBot.Dialogs.Engine;
using SupportBot.Language;
using SupportBot.Protocol.Activities;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns;

/// <summary>From an activity to what it means for the dialog; null when it means nothing to it.</summary>
internal sealed class ActivityReader(Recogniser recogniser)
{
    private const int MaxTextLength = 4000;

    public DialogInput? Read(Activity activity, SellerProfile profile, DateTimeOffset now) => activity switch
    {
        { Type: ActivityTypes.ConversationUpdate } => new DialogInput.Started(),
        _ when BotActivities.IsCaseSolved(activity) => new DialogInput.CaseSolved(activity.Text ?? ""),
        _ when BotActivities.IsFollowUp(activity) => new DialogInput.FollowUpDue(activity.Text ?? ""),
        _ when BotActivities.ReadSendNews(activity) is { } report => new DialogInput.SendNews(activity.Text ?? "", report),
        _ when BotActivities.IsSupportActed(activity) => new DialogInput.SupportActed(activity.Text ?? "", activity.Value?.GetString()),
        _ when BotActivities.IsWorkGivenUp(activity) => new DialogInput.WorkGivenUp(activity.Text ?? ""),
        _ when ReconnectedEvent.Read(activity) is { } reconnected => new DialogInput.Reconnected(reconnected.Platform, reconnected.ConnectionId),
        { Type: ActivityTypes.Message, Value: { ValueKind: JsonValueKind.Object } value } => Press(CardPress.Read(value)),
        { Type: ActivityTypes.Message, Text: { } text } when !string.IsNullOrWhiteSpace(text) => Utterance(text, profile, now),
        { Type: ActivityTypes.Message, Attachments: { Count: > 0 } files } =>
            new DialogInput.FilesReceived([.. files.Select(file => file.Name ?? "file")]),
        _ => null,
    };

    /// <summary>What no card of ours can have sent is still answered: as a press of a button that does not exist.</summary>
    private static DialogInput.CardAction Press(CardPress? press) => press is null
        ? new DialogInput.CardAction("", "", ReadOnlyDictionary<string, string>.Empty)
        : new DialogInput.CardAction(press.Verb, press.CardId, press.Values);

    private DialogInput.Utterance Utterance(string text, SellerProfile profile, DateTimeOffset now)
    {
        var words = text.Length > MaxTextLength ? text[..MaxTextLength] : text;
        return new DialogInput.Utterance(words, recogniser.Understand(words, new UtteranceContext(now, profile.Locale, profile.ChannelNames)));
    }
}
