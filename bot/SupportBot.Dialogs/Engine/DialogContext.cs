using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Engine;

/// <summary>One decision in the making: the state as it changes and what is to be said.</summary>
internal sealed class DialogContext
{
    /// <summary>More would only make the state large; they are found again at the next look.</summary>
    public const int MostFindings = 40;

    private const int MostUnsent = 20;
    private const int MostUsedCards = 30;

    private readonly List<Reply> _replies = [];
    private string? _solvedCase;

    public DialogContext(DialogState state, DialogTurn turn, ArticleLibrary library)
    {
        State = state;
        Turn = turn;
        Library = library;
        Format = ReaderFormat.For(turn.Person.Locale, turn.Person.TimeZone);
    }

    public DialogState State { get; set; }

    public DialogTurn Turn { get; }

    public ArticleLibrary Library { get; }

    public ReaderFormat Format { get; }

    public void Say(string text) => Show(new Reply.Say { Text = text });

    public void Show(Reply reply) => _replies.Add(reply);

    /// <summary>Puts answers under the last message; a person is always among them.</summary>
    public void Offer(params IEnumerable<Choice> choices)
    {
        IReadOnlyList<Choice> offered = [.. choices.Append(Choice.Person).Distinct()];
        _replies[^1] = _replies[^1] with { Choices = [.. offered.Select(ChoiceTitles.Of)] };
        State = State with { Offered = offered };
    }

    /// <summary>The same while support has the case: a person is on the way already.</summary>
    public void OfferWhileWaiting(Choice choice)
    {
        _replies[^1] = _replies[^1] with { Choices = [ChoiceTitles.Of(choice)] };
        State = State with { Offered = [choice] };
    }

    /// <summary>Offers what was offered before an interruption.</summary>
    public void OfferAgain(params IEnumerable<Choice> otherwise) => Offer(State.Offered.Count > 0 ? State.Offered : otherwise);

    public string NextId(string kind)
    {
        State = State with { LastNumber = State.LastNumber + 1 };
        return $"{kind}-{State.LastNumber}";
    }

    public void OpenCard(string id, string verb, IEnumerable<string>? settlementIds = null)
    {
        RetireCard();
        State = State with { Card = new OpenCard(id, verb, [.. settlementIds ?? []]) };
    }

    public void RetireCard()
    {
        if (State.Card is { } card)
        {
            State = State with { Card = null, UsedCards = [.. State.UsedCards.Append(card.Id).TakeLast(MostUsedCards)] };
        }
    }

    public void Remember(AccountReport report)
    {
        var diagnosis = report.Diagnosis;
        var root = diagnosis.Root;
        State = State with
        {
            Diagnosis = diagnosis.Findings.Count <= MostFindings
                ? diagnosis
                : diagnosis with { Findings = [root, .. diagnosis.Findings.Where(f => f != root).Take(MostFindings - 1)] },
            Subject = report.Subject,
            Platform = report.Platform,
            ConnectionId = report.ConnectionId,
            Unsent = [.. report.Unsent.Take(MostUnsent)],
        };
    }

    /// <summary>Leaves whatever was under way; what the conversation has learnt stays.</summary>
    public void Leave()
    {
        RetireCard();
        State = State with
        {
            WaitingFor = Waiting.Nothing,
            Purpose = Purpose.Problem,
            Problem = null,
            Draft = null,
            Asked = [],
            FollowUp = null,
            Feedback = null,
            FeedbackLater = null,
            Survey = null,
            Guarded = null,
        };
    }

    /// <summary>Old requests must not fire again: whatever was under way is over, and only what belongs to the whole conversation stays.</summary>
    public void StartAfresh()
    {
        RetireCard();
        State = DialogState.Initial with
        {
            Greeted = true,
            UsedCards = State.UsedCards,
            Reminders = State.Reminders,
            Forwarded = State.Forwarded,
            Case = State.Case,
            LastNumber = State.LastNumber,
            SentReference = State.SentReference,
            FeedbackAsked = State.FeedbackAsked,
            Ending = State.Ending,
            // It goes on by itself, and must not be begun twice.
            Sending = State.Sending,
        };
    }

    /// <summary>
    /// The one place that records how things stand. <see cref="Ending.Verified"/> only when a check passed or the document was read back
    /// from the platform.
    /// </summary>
    public void Conclude(Ending ending) => State = State with { Ending = ending };

    /// <summary>A check has passed for the problem: if it was passed on, the others are told.</summary>
    public void Solved(string problemKey)
    {
        Conclude(Ending.Verified);
        IReadOnlyList<KnownCase?> cases = [.. State.Forwarded, State.Case];
        _solvedCase = cases.LastOrDefault(c => c?.Content.Problem.Key == problemKey)?.Id;
    }

    /// <param name="closer">Only a closer look at what has just been looked at: what the platform said then will do.</param>
    public DialogOutcome Diagnose(Purpose purpose, DiagnosisScope scope, bool closer = false)
    {
        State = State with { Purpose = purpose, Scope = scope };
        // A quotation is read anew with every look: a try that was made since may have gone otherwise.
        return End(new DialogEffect.Diagnose(
            State is { ErrorText: { } text, ErrorQuotedAt: { } at } ? scope with { Quoted = new QuotedError(text, at) } : scope,
            MayRemember: closer));
    }

    public DialogOutcome End(DialogEffect? effect = null)
    {
        if (_replies.Count > 0 && _replies[^1].Choices.Count == 0)
        {
            State = State with { Offered = [] };
        }

        return new DialogOutcome(State, _replies, effect, _solvedCase);
    }
}
