using System.Text.Json.Serialization;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Engine;

/// <summary>What a dialog remembers between turns; stored as JSON with the conversation.</summary>
public sealed record DialogState
{
    /// <summary>Grows when an older state can no longer be continued.</summary>
    public const int CurrentSchema = 1;

    public static DialogState Initial { get; } = new();

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>True when a state was found that could not be read: the person is told so once.</summary>
    public bool Restarted { get; init; }

    public bool Greeted { get; init; }

    /// <summary>What the dialog waits for.</summary>
    public Waiting WaitingFor { get; init; }

    /// <summary>Why the account is being looked at, while it is.</summary>
    public Purpose Purpose { get; init; }

    public DiagnosisScope Scope { get; init; } = DiagnosisScope.Everything;

    /// <summary>The latest look at the account in this conversation; at most <see cref="DialogContext.MostFindings"/> findings are kept.</summary>
    public Diagnosis? Diagnosis { get; init; }

    public SettlementSummary? Subject { get; init; }

    /// <summary><c>xero</c> or <c>quickbooks</c>.</summary>
    public string Platform { get; init; } = "xero";

    /// <summary>The connection behind <see cref="Platform"/>.</summary>
    public string? ConnectionId { get; init; }

    /// <summary>The oldest unsent settlements, to choose from.</summary>
    public IReadOnlyList<SettlementSummary> Unsent { get; init; } = [];

    /// <summary>The problem under discussion.</summary>
    public OpenProblem? Problem { get; init; }

    /// <summary>How often each step was shown, by step and problem.</summary>
    public IReadOnlyDictionary<string, int> Shown { get; init; } = new Dictionary<string, int>();

    public IReadOnlyList<Choice> Offered { get; init; } = [];

    public OpenCard? Card { get; init; }

    /// <summary>Cards that have been pressed or replaced, newest last.</summary>
    public IReadOnlyList<string> UsedCards { get; init; } = [];

    public TicketDraft? Draft { get; init; }

    /// <summary>Parts of the draft that the person has been asked for in words; they are asked once.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Ids of steps, as <c>article/step</c>.</summary>
    public IReadOnlyList<string> TriedSteps { get; init; } = [];

    /// <summary>The check of what the person suspects, one of <see cref="CheckName"/>, until it has been spoken of.</summary>
    public string? Suspected { get; init; }

    /// <summary>An error message that the person quoted.</summary>
    public string? ErrorText { get; init; }

    /// <summary>Product clock, UTC.</summary>
    public DateTime? ErrorQuotedAt { get; init; }

    /// <summary>The follow-up that may still speak; anything the person does takes its place.</summary>
    public string? FollowUp { get; init; }

    public Ending? Ending { get; init; }

    public IReadOnlyList<Reminder> Reminders { get; init; } = [];

    /// <summary>The token of the reminder that looks just now.</summary>
    public string? Looking { get; init; }

    /// <summary>What was passed on to others from here.</summary>
    public IReadOnlyList<KnownCase> Forwarded { get; init; } = [];

    /// <summary>The case with which this conversation was opened.</summary>
    public KnownCase? Case { get; init; }

    /// <summary>The last number given to a card or follow-up.</summary>
    public int LastNumber { get; init; }

    /// <summary>Inputs handled since the person last did something.</summary>
    public int StepsInTurn { get; init; }

    public int NotUnderstood { get; init; }

    /// <summary>The last message in other words.</summary>
    public string? Explanation { get; init; }

    public FeedbackQuestion? Feedback { get; init; }

    /// <summary>The article to ask about when the settlement that it cleared the way for has been sent, or is not to be.</summary>
    public FeedbackQuestion? FeedbackLater { get; init; }

    /// <summary>The question at the end of a case, until it and the wish for a comment are dealt with.</summary>
    public CaseSurvey? Survey { get; init; }

    /// <summary>The case that has waited for so long that the person may go on with the bot.</summary>
    public string? BotOffered { get; init; }

    /// <summary>The settlement that is being sent for the person, until the news of it.</summary>
    public string? Sending { get; init; }

    /// <summary>The partly posted settlement of which the person has just seen what stands where.</summary>
    public string? Guarded { get; init; }

    /// <summary>Articles about which this conversation has already asked.</summary>
    public IReadOnlyList<string> FeedbackAsked { get; init; } = [];

    /// <summary>The reference of the last ticket opened here.</summary>
    public string? SentReference { get; init; }
}

/// <summary>The step of an article that is being worked on, and the problem it treats.</summary>
/// <param name="Key">Tells the same problem in another diagnosis; see <see cref="ProblemKey"/>.</param>
public sealed record OpenProblem(string ArticleId, int ArticleVersion, string StepId, string Key, Finding Finding);

/// <summary>A problem that one person passed on to another.</summary>
/// <param name="NewsToken">Of the follow-up that looks for itself whether it was put right; null while nobody says so.</param>
/// <param name="NewsLooks">How often such a look could not tell.</param>
public sealed record KnownCase(string Id, ForwardedProblem Content, string? NewsToken = null, int NewsLooks = 0);

/// <summary>The card whose buttons still count.</summary>
public sealed record OpenCard(string Id, string Verb, IReadOnlyList<string> SettlementIds);

public sealed record FeedbackQuestion(string ArticleId, int ArticleVersion);

[JsonConverter(typeof(JsonStringEnumConverter<Waiting>))]
public enum Waiting
{
    Nothing,

    /// <summary>The person makes a fix.</summary>
    Fix,

    /// <summary>The person sends a settlement that nothing holds back.</summary>
    Send,

    /// <summary>The settlement is being sent for the person.</summary>
    Sending,

    /// <summary>Time has to pass, or a check to become possible.</summary>
    Time,

    /// <summary>The person picks a settlement.</summary>
    Settlement,

    /// <summary>The person confirms a ticket.</summary>
    Ticket,

    /// <summary>The person tells what a ticket lacks.</summary>
    TicketField,
}

[JsonConverter(typeof(JsonStringEnumConverter<Purpose>))]
public enum Purpose
{
    /// <summary>To find out what is wrong.</summary>
    Problem,

    /// <summary>To see whether what was wrong is put right.</summary>
    Recheck,

    /// <summary>The person told of the problem once more.</summary>
    Again,

    /// <summary>To fill in a ticket for a person who was asked for.</summary>
    Person,

    /// <summary>To send a settlement if nothing stands in the way.</summary>
    Send,

    /// <summary>To list the unsent settlements.</summary>
    Choice,

    /// <summary>By itself, after a check could not run.</summary>
    FollowUp,

    /// <summary>By itself, because the person wants to be told of a change.</summary>
    Reminder,

    /// <summary>To see what somebody else passed on.</summary>
    Case,

    /// <summary>Somebody else has put right what was passed on from here.</summary>
    CaseNews,
}
