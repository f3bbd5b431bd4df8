using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupportBot.Host.SupportApi;

/// <summary>Reads a JSON body, and turns what is wrong with it into an answer.</summary>
internal static class RequestBody
{
    public const int MaxBytes = 256 * 1024;

    /// <returns>The body, or the problem to answer with.</returns>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (request.ContentLength > MaxBytes)
            {
                return (null, ApiProblem.TooLarge());
            }

            return await JsonSerializer.DeserializeAsync(request.Body, type, request.HttpContext.RequestAborted) is { } body
                ? (body, null)
                : (null, ApiProblem.BadRequest("The body is null. Send a JSON object."));
        }
        catch (JsonException e)
        {
            return (null, ApiProblem.BadRequest($"The body is not the JSON that is expected: {e.Path ?? "$"} cannot be read. The shape is described at {SupportApiDescription.Path}."));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ApiProblem.TooLarge());
        }
    }
}
