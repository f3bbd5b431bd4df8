using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>Collects what a check sees, and derives its outcome: failed before unknown before passed.</summary>
internal sealed class CheckNotes
{
    private readonly List<Observation> observations = [];
    private readonly HashSet<string> undecided = [];
    private readonly List<string> lines = [];
    private bool failed;

    /// <summary>A fault: the check has failed.</summary>
    public void Fault(Observation observation, string line)
    {
        failed = true;
        Remark(observation, line);
    }

    /// <summary>A finding that is no fault of what this check looks at.</summary>
    public void Remark(Observation observation, string line)
    {
        observations.Add(observation);
        Say(line);
    }

    public void CouldNotTell(string connectionId, string line)
    {
        undecided.Add(connectionId);
        Say(line);
    }

    public void Say(string line)
    {
        if (!lines.Contains(line))
        {
            lines.Add(line);
        }
    }

    /// <param name="otherwise">What to say where there is nothing to tell.</param>
    public CheckReport ToReport(string otherwise)
    {
        const int Shown = 3;
        var outcome = failed ? CheckOutcome.Failed : undecided.Count > 0 ? CheckOutcome.Unknown : CheckOutcome.Passed;
        var more = lines.Count > Shown ? $" And {lines.Count - Shown} more." : "";
        var summary = lines.Count == 0 ? otherwise : string.Join(" ", lines.Take(Shown).Select(l => l + ".")) + more;
        return new CheckReport(outcome, summary) { Observations = observations, UndecidedConnections = undecided };
    }
}
