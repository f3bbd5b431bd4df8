using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SupportBot.Channels.Requests;

/// <summary>Reads a request's JSON without ever holding more of it than is allowed.</summary>
internal static class JsonBody
{
    /// <summary>256 KB, as the contract says.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Null without a flaw when the body is empty.</summary>
    public static async ValueTask<BodyReading<T>> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (request.ContentLength > MaxBytes)
        {
            return BodyFlaw.TooLarge;
        }

        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                return BodyFlaw.TooLarge;
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
    public static BodyReading<T> Parse<T>(ReadOnlySequence<byte> json, JsonTypeInfo<T> type)
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
            return !reader.Read() && value is not null ? value : BodyFlaw.NoObject;
        }
        catch (JsonException exception)
        {
            return exception.Path is { Length: > 1 } path ? BodyFlaw.At(path) : BodyFlaw.NoObject;
        }
    }
}
