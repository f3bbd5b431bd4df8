using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportBot.Channels.WebChat.Admission;

namespace SupportBot.Channels.WebChat.Activities;

/// <summary>Reads a request's JSON without ever holding more of it than is allowed.</summary>
internal static class JsonBody
{
    /// <summary>256 KB, as the contract says.</summary>
    public const int MaxBytes = 256 * 1024;

    public static DirectLineProblem TooLarge { get; } =
        DirectLineProblem.TooLarge("The JSON is larger than 256 KB. Send long text as a file.");

    /// <summary>Null without a problem when the body is empty.</summary>
    public static async ValueTask<Admitted<T>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (request.ContentLength > MaxBytes)
        {
            return TooLarge;
        }

        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                return TooLarge;
            }

            if (read.IsCompleted)
            {
                var parsed = Parse(read.Buffer, type);
                body.AdvanceTo(read.Buffer.End);
                return parsed;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, of bytes that are at hand.</summary>
    public static Admitted<T> Parse<T>(ReadOnlySequence<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        if (json.IsEmpty)
        {
            return default;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            var value = JsonSerializer.Deserialize(ref reader, type);
            return !reader.Read() && value is not null ? value : DirectLineProblem.BadArgument("The body must be one JSON object.");
        }
        catch (JsonException exception)
        {
            return DirectLineProblem.BadArgument(exception.Path is { Length: > 1 } path
                ? $"The JSON is not as expected at {path}."
                : "The body must be one JSON object.");
        }
    }
}
