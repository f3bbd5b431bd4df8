using Microsoft.AspNetCore.Http;

namespace SupportBot.Channels.Requests;

/// <summary>What a request's body held: a value, nothing at all, or what is wrong with it.</summary>
internal readonly record struct BodyReading<T>(T? Value, BodyFlaw? Flaw)
    where T : class
{
    public static implicit operator BodyReading<T>(T value) => new(value, null);

    public static implicit operator BodyReading<T>(BodyFlaw flaw) => new(null, flaw);
}

/// <summary>Each protocol has its own shape for refusals; this is what it says.</summary>
internal sealed record BodyFlaw(int Status, string Detail)
{
    public static BodyFlaw TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "The JSON is larger than 256 KB. Send long text as a file.");

    public static BodyFlaw NoObject { get; } = new(StatusCodes.Status400BadRequest, "The body must be one JSON object.");

    public static BodyFlaw At(string path) => new(StatusCodes.Status400BadRequest, $"The JSON is not as expected at {path}.");
}
