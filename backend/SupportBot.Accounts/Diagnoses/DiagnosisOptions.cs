using System.ComponentModel.DataAnnotations;

namespace SupportBot.Accounts.Diagnoses;

/// <summary>Limits of a diagnosis. Section <c>Accounting:Diagnosis</c>.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>Real time after which a check is <c>unknown</c>. The whole diagnosis has to end within 8 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:07")]
    public TimeSpan CheckTimeLimit { get; init; } = TimeSpan.FromSeconds(6);
}
