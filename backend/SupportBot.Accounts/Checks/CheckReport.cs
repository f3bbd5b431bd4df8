using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>What a check came to.</summary>
/// <param name="Summary">Plain words for people.</param>
internal sealed record CheckReport(CheckOutcome Outcome, string Summary)
{
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>The connections for which the check could not tell; null: for none of them, it did not finish.</summary>
    public IReadOnlySet<string>? UndecidedConnections { get; init; } = new HashSet<string>();

    public static CheckReport DidNotFinish(string why) => new(CheckOutcome.Unknown, why) { UndecidedConnections = null };

    public bool LeavesUndecided(string connectionId) => UndecidedConnections is null || UndecidedConnections.Contains(connectionId);
}

/// <summary>A finding with what it takes to claim it.</summary>
/// <param name="ConnectionId">The accounting connection that the finding hangs on.</param>
internal sealed record Observation(Finding Finding, string ConnectionId, Standing Standing = Standing.Problem)
{
    /// <summary>For <see cref="Standing.NeedsStepsOneToThree"/>: the marketplaces whose mappings and bank accounts matter.</summary>
    public IReadOnlyList<string> Marketplaces { get; init; } = [];
}

internal enum Standing
{
    /// <summary>Stands by itself.</summary>
    Problem,

    /// <summary>Worth telling, but never what to act on first.</summary>
    Further,

    /// <summary>Claimed only where nothing else explains it.</summary>
    UnlessExplained,

    /// <summary>Claimed only while the connection is known to work.</summary>
    NeedsHealthyConnection,

    /// <summary>Claimed only where connection, mappings and bank account are known to be right.</summary>
    NeedsStepsOneToThree,
}
