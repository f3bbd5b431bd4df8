using System.Text.Json;
using SupportBot.Knowledge.Sending;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Tickets;

namespace SupportBot.Turns;

/// <summary>What the bot says of itself in its activities.</summary>
internal static class BotActivities
{
    public static ChannelAccount Bot { get; } = new() { Id = "supportbot", Name = "SupportBot", Role = "bot" };

    public static Activity Complete(Activity rendered, string? replyToId) => rendered with
    {
        Type = rendered.Type ?? ActivityTypes.Message,
        From = Bot,
        ReplyToId = replyToId,
    };

    /// <summary>What answers reply to: null for an event that no client ever sees, because Web Chat holds its answers back for five seconds.</summary>
    public static string? RepliedTo(Activity activity) => activity.From?.Role == "user" ? activity.Id : null;

    public static Activity Typing { get; } = new() { Type = ActivityTypes.Typing, From = Bot };

    /// <summary>A note of the bot to itself. It never leaves by a channel, and one that claims to come in is not believed.</summary>
    public static Activity FollowUp(string token) => new() { Type = ActivityTypes.Event, Name = FollowUpName, From = Bot, Text = token };

    public static bool IsFollowUp(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: FollowUpName, From.Role: "bot" };

    /// <summary>Tells a conversation that work of this kind, which it was promised, was given up.</summary>
    public static Activity WorkGivenUp(string kind) => new() { Type = ActivityTypes.Event, Name = WorkGivenUpName, From = Bot, Text = kind };

    public static bool IsWorkGivenUp(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: WorkGivenUpName, From.Role: "bot" };

    /// <summary>A note from another conversation of the same seller: what was passed on has been put right.</summary>
    public static Activity CaseSolved(string caseId) => new() { Type = ActivityTypes.Event, Name = CaseSolvedName, From = Bot, Text = caseId };

    public static bool IsCaseSolved(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: CaseSolvedName, From.Role: "bot" };

    /// <summary>How a sending is getting on, or what came of it.</summary>
    public static Activity SendNews(string workId, SendReport report) => new()
    {
        Type = ActivityTypes.Event,
        Name = SendNewsName,
        From = Bot,
        Text = workId,
        Value = JsonSerializer.SerializeToElement(report, SendReportJson.Default.SendReport),
    };

    public static SendReport? ReadSendNews(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: SendNewsName, From.Role: "bot", Value: { } report } ? report.Deserialize(SendReportJson.Default.SendReport) : null;

    /// <summary>Support has carried something out, and the look after it found nothing left for support.</summary>
    public static Activity SupportActed(SupportAction action) => new()
    {
        Type = ActivityTypes.Event,
        Name = SupportActedName,
        From = Bot,
        Text = action.Action,
        Value = JsonSerializer.SerializeToElement(action.SettlementId),
    };

    public static bool IsSupportActed(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: SupportActedName, From.Role: "bot" };

    private const string SupportActedName = "supportbot/support-acted";
    private const string SendNewsName = "supportbot/send-news";
    private const string FollowUpName = "supportbot/follow-up";
    private const string WorkGivenUpName = "supportbot/work-given-up";
    private const string CaseSolvedName = "supportbot/case-solved";
}
