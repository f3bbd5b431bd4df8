using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;
using SupportBot.Language;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

/// <summary>
/// A person talking to the engine while the test decides what their account looks like. Runs effects as the turn does,
/// stores the state between all steps, and checks with every outcome what must always hold.
/// </summary>
internal sealed class Talk
{
    private static readonly DialogEngine s_engine = new(ArticleLibrary.BuiltIn());

    private readonly Dictionary<string, int> _fixes = [];
    private string? _stored;
    private int _tickets;
    private int _cases;

    public DialogPerson Person { get; init; } = new("bright-kettle", "Bright Kettle Ltd", "dana", "Dana Whitfield", "owner", "en-GB");

    /// <summary>What the checks find; null: the account cannot be looked at.</summary>
    public Func<DiagnosisScope, AccountReport?> Account { get; set; } = _ => Reports.Ready();

    /// <summary>What a link leads to; null: to nothing in this account.</summary>
    public ForwardedProblem? Case { get; set; }

    /// <summary>The case that the last turn says is solved.</summary>
    public string? SolvedCase { get; private set; }

    public SettlementMatches Matches { get; set; } = new([], null);

    /// <summary>What stands where; null: it could not be read.</summary>
    public SendReport? Parts { get; set; }

    public TurnOwner Owner { get; set; }

    public SupportHours Support { get; set; } = SupportHours.Unknown;

    /// <summary>Support still has the last ticket, so that no second one is opened; null: it does not.</summary>
    public DialogInput.TicketResumed? Resumed { get; set; }

    /// <summary>What was said in the last turn.</summary>
    public List<Reply> Replies { get; } = [];

    public List<DialogEffect> Effects { get; } = [];

    public string Words => string.Join("\n\n", Replies.Select(r => r.Text));

    public IReadOnlyList<string> Choices => Replies[^1].Choices;

    public DialogState State => DialogStateJson.Read(_stored);

    public string? Reference => _tickets == 0 ? null : $"LMB-{_tickets}";

    public T One<T>()
        where T : Reply => Assert.Single(Replies.OfType<T>());

    public T Effect<T>()
        where T : DialogEffect => Assert.Single(Effects.OfType<T>());

    public Talk AccountIs(AccountReport? report)
    {
        Account = _ => report;
        return this;
    }

    public Talk Start() => Turn(new DialogInput.Started());

    public Talk Say(string text, string intent = Intent.OutOfScope, EntitySet? naming = null) =>
        Turn(new DialogInput.Utterance(text, new Understanding(intent, 0.9, [], naming ?? new EntitySet(), "en-GB")));

    public Talk Press(string verb, string cardId, params (string Name, string Value)[] values) =>
        Turn(new DialogInput.CardAction(verb, cardId, values.ToDictionary(v => v.Name, v => v.Value)));

    public Talk Turn(DialogInput input)
    {
        Replies.Clear();
        Effects.Clear();
        SolvedCase = null;
        var looked = false;
        for (DialogInput? next = input; next is not null;)
        {
            looked |= next is DialogInput.DiagnosisReady;
            var outcome = s_engine.Decide(State, next, new DialogTurn(Person, Reports.Now, Owner, Reference) { Support = Support });
            MustHold(outcome, looked);
            _stored = DialogStateJson.Write(outcome.State);
            Assert.Equal(_stored, DialogStateJson.Write(DialogStateJson.Read(_stored)));
            Replies.AddRange(outcome.Replies);
            SolvedCase = outcome.SolvedCase ?? SolvedCase;
            next = Run(outcome.Effect);
        }

        return this;
    }

    public Talk StoredIs(string json)
    {
        _stored = json;
        return this;
    }

    private DialogInput? Run(DialogEffect? effect)
    {
        if (effect is null)
        {
            return null;
        }

        Effects.Add(effect);
        Assert.True(Effects.Count <= DialogEngine.MostStepsInATurn, "The turn does not come to an end.");
        switch (effect)
        {
            case DialogEffect.Diagnose diagnose:
                return Account(diagnose.Scope) is { } report ? new DialogInput.DiagnosisReady(report) : new DialogInput.DiagnosisFailed();
            case DialogEffect.FindSettlements find:
                return new DialogInput.SettlementsFound(find.Query, Matches);
            case DialogEffect.LookAtParts:
                return new DialogInput.PartsSeen(Parts);
            case DialogEffect.OpenTicket:
                if (Resumed is not null)
                {
                    return Resumed;
                }

                var earlier = Reference;
                _tickets++;
                return new DialogInput.TicketOpened(Reference!, earlier);
            case DialogEffect.ReopenCase reopen:
                return new DialogInput.CaseMoved(CaseStep.Reopened, reopen.Reference, "");
            case DialogEffect.OpenCase open:
                return new DialogInput.CaseOpened(open.CaseId ?? $"case-{++_cases}", open.Problem, "https://app.example.com/?supportbot-case=1");
            case DialogEffect.FindCase find:
                return new DialogInput.CaseFound(find.CaseId, Case, Case is null ? null : "Rupert Vane");
            default:
                return null;
        }
    }

    private void MustHold(DialogOutcome outcome, bool looked)
    {
        foreach (var reply in outcome.Replies)
        {
            Assert.False(string.IsNullOrWhiteSpace(reply.Text));
            Assert.DoesNotContain("{", reply.Text, StringComparison.Ordinal);
            if (reply.Choices.Count > 0)
            {
                if (Owner == TurnOwner.Bot)
                {
                    Assert.Contains("Talk to a person", reply.Choices);
                }

                Assert.Same(outcome.Replies[^1], reply);
            }

            if (!looked)
            {
                Assert.DoesNotContain("that is solved", reply.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("has been sent:", reply.Text, StringComparison.OrdinalIgnoreCase);
            }
        }

        foreach (var fix in outcome.Replies.OfType<Reply.ShowFix>().Where(f => outcome.State.Problem is not null && f.HelpPath is not null))
        {
            var key = $"{fix.Title}|{outcome.State.Problem!.Key}";
            _fixes[key] = _fixes.GetValueOrDefault(key) + 1;
        }
    }

    public int TimesShown(string title) => _fixes.Where(f => f.Key.StartsWith(title + "|", StringComparison.Ordinal)).Sum(f => f.Value);

    public int MostTimesAnyFixWasShown => _fixes.Values.DefaultIfEmpty().Max();
}
