namespace SupportBot.Protocol.DirectLine;

/// <summary>
/// An error that Direct Line clients understand (<see cref="Error"/>) and that is problem details (RFC 9457) at the same time.
/// </summary>
public sealed record DirectLineError(ErrorDetails Error, string Type, string Title, int Status, string Detail);

/// <param name="Code">A stable word, such as <c>TokenExpired</c>.</param>
public sealed record ErrorDetails(string Code, string Message);
