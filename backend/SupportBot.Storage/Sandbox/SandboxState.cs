namespace SupportBot.Storage.Sandbox;

/// <summary>
/// How a simulated platform behaves for one connection, channel or settlement of a demo seller.
/// Only the sandbox platforms read it; a check never does.
/// </summary>
public sealed class SandboxState
{
    public required string SellerId { get; set; }

    public SandboxSubject Subject { get; set; }

    /// <summary>The connection id, channel name or settlement id.</summary>
    public required string SubjectId { get; set; }

    /// <summary>The snapshot's <c>sandbox</c> object with what has happened since.</summary>
    public required string Json { get; set; }
}

public enum SandboxSubject
{
    Connection,
    Channel,
    Settlement,
}
