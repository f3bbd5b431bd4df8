namespace SupportBot.Accounts.Snapshots;

/// <summary>A snapshot that cannot be used. The message names the file, the JSON path and the reason, and is fit for people.</summary>
public sealed class SnapshotException : Exception
{
    public SnapshotException(string source, string path, string reason)
        : base($"The account snapshot {source} cannot be used: {path}: {reason}") => (Path, Reason) = (path, reason);

    /// <summary>Such as <c>$.sellers[0].users[1].email</c>.</summary>
    public string Path { get; }

    public string Reason { get; }
}
