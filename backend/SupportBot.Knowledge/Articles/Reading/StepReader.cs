using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Knowledge.Articles.Reading;

/// <summary>Reads steps and answers, and rejects names that nothing else in the product knows.</summary>
internal static class StepReader
{
    public static readonly IReadOnlyList<string> Fixers = ["user", "owner", "accounting", "support", "nobody"];
    private static readonly TicketNeeds s_usualTicket = new([TicketField.SalesChannel, TicketField.SettlementDate], RequestedAction.None);

    public static IReadOnlyList<ArticleStep> Steps(FrontMatterSection front, ProblemLog log)
    {
        var sections = front.Sections("steps");
        if (sections.Count == 0 && !front.Has("answers"))
        {
            log.Add(front.Line, "an article needs at least one step or answer");
        }

        var steps = sections.Select(s => (Section: s, Step: Step(s, log))).ToList();
        RejectTwins(steps.Select(s => (s.Section, (object?)s.Step.Id)), "id", log);
        RejectTwins(steps.Select(s => (s.Section, (object?)s.Step.Number)), "number", log);
        return [.. steps.Select(s => s.Step)];
    }

    public static IReadOnlyList<ArticleAnswer> Answers(FrontMatterSection front, ProblemLog log)
    {
        var answers = front.Sections("answers").Select(s => (Section: s, Answer: Answer(s, log))).ToList();
        RejectTwins(answers.Select(a => (a.Section, (object?)a.Answer.Id)), "id", log);
        RejectTwins(answers.Select(a => (a.Section, (object?)a.Answer.Intent)), "intent", log);
        return [.. answers.Select(a => a.Answer)];
    }

    private static ArticleStep Step(FrontMatterSection section, ProblemLog log)
    {
        var fixedBy = Fixer(Known(section, "fixedBy", Fixers, log));
        var step = new ArticleStep
        {
            Id = section.Text("id"),
            Number = section.Number("number"),
            Causes = AllKnown(section, "causes", Cause.InOrder, log),
            Check = section.Has("check") ? Known(section, "check", CheckName.All, log) : null,
            FixedBy = fixedBy,
            Roles = section.Has("roles") ? AllKnown(section, "roles", Role.All, log) : UsualRoles(fixedBy),
            Headline = section.Text("headline"),
            Title = section.Text("title"),
            Explain = section.Text("explain"),
            Message = section.Optional("message"),
            MessageUntil = section.Optional("messageUntil"),
            Instructions = InstructionReader.Read(section, log),
            Note = section.Optional("note"),
            Reconnects = section.Has("reconnects") && Known(section, "reconnects", ["true"], log) == "true",
            Verified = section.Text("verified"),
            Tried = Tried(section.Section("tried"), log),
            Ticket = Ticket(section.Section("ticket"), log),
            Anchor = section.Optional("anchor") ?? section.Text("id"),
        };
        if (step.Causes.Count == 0 && (section.Has("causes") || step.Number is not null))
        {
            log.Add(section.LineOf("causes"), $"step '{step.Id}' has to name at least one cause");
        }

        if (step.Number is < 1 or > 5)
        {
            log.Add(section.LineOf("number"), $"step '{step.Id}' has number {step.Number}, which is not 1 to 5");
        }

        if (step.Instructions is null && fixedBy is FixedBy.User or FixedBy.Owner or FixedBy.Accounting)
        {
            log.Add(section.Line, $"step '{step.Id}' is fixed by people, so it needs 'instructions'");
        }

        InstructionReader.RejectUnknownWords(section, log);
        section.RejectOthers();
        return step;
    }

    private static ArticleAnswer Answer(FrontMatterSection section, ProblemLog log)
    {
        var answer = new ArticleAnswer
        {
            Id = section.Text("id"),
            Intent = section.Text("intent"),
            Title = section.Text("title"),
            Text = section.Text("text"),
            Explain = section.Text("explain"),
            Instructions = InstructionReader.Read(section, log),
            Note = section.Optional("note"),
            Anchor = section.Optional("anchor") ?? section.Text("id"),
        };
        InstructionReader.RejectUnknownWords(section, log);
        section.RejectOthers();
        return answer;
    }

    private static TriedStep? Tried(FrontMatterSection? section, ProblemLog log)
    {
        if (section is null)
        {
            return null;
        }

        var tried = new TriedStep(section.Text("phrase"), section.Texts("words"));
        foreach (var word in tried.Words.Where(w => w.Any(char.IsUpper)))
        {
            log.Add(section.LineOf("words"), $"'{word}' has to be lower case");
        }

        section.RejectOthers();
        return tried;
    }

    private static TicketNeeds Ticket(FrontMatterSection? section, ProblemLog log)
    {
        if (section is null)
        {
            return s_usualTicket;
        }

        var ticket = new TicketNeeds(
            AllKnown(section, "needs", TicketField.All, log),
            Known(section, "requestedAction", RequestedAction.All, log));
        section.RejectOthers();
        return ticket;
    }

    public static string Known(FrontMatterSection section, string key, IReadOnlyList<string> known, ProblemLog log)
    {
        var name = section.Text(key);
        RejectUnknown(section, key, [name], known, log);
        return name;
    }

    private static IReadOnlyList<string> AllKnown(FrontMatterSection section, string key, IReadOnlyList<string> known, ProblemLog log)
    {
        var names = section.Texts(key);
        RejectUnknown(section, key, names, known, log);
        return names;
    }

    private static void RejectUnknown(
        FrontMatterSection section, string key, IReadOnlyList<string> names, IReadOnlyList<string> known, ProblemLog log)
    {
        foreach (var name in names.Where(n => n.Length > 0 && !known.Contains(n)))
        {
            log.Add(section.LineOf(key), $"'{key}' does not know '{name}'; it may be {string.Join(", ", known)}");
        }
    }

    private static void RejectTwins(IEnumerable<(FrontMatterSection Section, object? Value)> entries, string key, ProblemLog log)
    {
        foreach (var twin in entries.Where(e => e.Value is not null and not "").GroupBy(e => e.Value).SelectMany(g => g.Skip(1)))
        {
            log.Add(twin.Section.LineOf(key), $"'{key}' {twin.Value} is used twice");
        }
    }

    public static FixedBy Fixer(string name) => name switch
    {
        "user" => FixedBy.User,
        "owner" => FixedBy.Owner,
        "accounting" => FixedBy.Accounting,
        "support" => FixedBy.Support,
        _ => FixedBy.Nobody,
    };

    /// <summary>A Basic user may view and send only; what needs the owner's login is the owner's.</summary>
    private static IReadOnlyList<string> UsualRoles(FixedBy fixedBy) => fixedBy switch
    {
        FixedBy.User => [Role.Accountant, Role.Admin, Role.Owner],
        FixedBy.Owner => [Role.Owner],
        _ => Role.All,
    };
}
