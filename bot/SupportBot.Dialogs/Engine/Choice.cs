using System.Text.Json.Serialization;

namespace SupportBot.Dialogs.Engine;

/// <summary>What an offered answer means. Its words are in <see cref="Phrases.ChoiceTitles"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Choice>))]
public enum Choice
{
    SettlementNotSending,
    CheckAccount,
    Person,
    Done,
    StillNotSending,
    SendNow,
    SendMissing,
    Explain,
    CheckAgain,
    OtherSettlement,
    SendTicket,
    NotNow,
    TellMe,
    DontTellMe,
    PassOn,
    BotBack,
    Transcript,
    ReopenCase,
    Yes,
    No,
}
