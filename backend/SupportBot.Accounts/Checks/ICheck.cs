namespace SupportBot.Accounts.Checks;

/// <summary>One question about an account. All run side by side; what is said where several find something is <see cref="Diagnoses.Verdict"/>'s.</summary>
internal interface ICheck
{
    /// <summary>As articles and the support API call it, such as <c>accounting-connection</c>.</summary>
    string Name { get; }

    Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken);
}
