using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SupportBot.Channels.Requests;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.WebChat.Files;

/// <summary>A file as it came, before anyone looked into it.</summary>
internal sealed record PostedFile(string? Name, byte[] Content);

/// <param name="Activity">The message that the files belong to; an empty one when none was sent.</param>
internal sealed record Upload(Activity Activity, IReadOnlyList<PostedFile> Files);

/// <summary>
/// Reads an upload: multipart as Web Chat sends it (a part <c>activity</c>, then a part <c>file</c> for each file), or one
/// raw file with its name in Content-Disposition.
/// </summary>
internal sealed class UploadReader(IOptions<WebChatOptions> options)
{
    /// <summary>10 MB, as the contract says.</summary>
    public const int MaxFileBytes = 10 * 1024 * 1024;

    private const int MaxTotalBytes = 30 * 1024 * 1024;
    private const int MaxBoundaryLength = 128;

    private static readonly DirectLineProblem Malformed = DirectLineProblem.BadArgument(
        "The upload is not well-formed. Send multipart/form-data with a part 'activity' and a part 'file' for each file.");

    private static readonly DirectLineProblem FileTooLarge = DirectLineProblem.TooLarge("A file may have 10 MB. Send a smaller one.");

    private static readonly DirectLineProblem UploadTooLarge =
        DirectLineProblem.TooLarge("The files of one message may have 30 MB together. Send them in several messages.");

    public async Task<Admitted<Upload>> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxTotalBytes)
        {
            return UploadTooLarge;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxTotalBytes;
        }

        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                ? await ReadPartsAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).ToString())
                : await ReadRawAsync(request);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return UploadTooLarge;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException
            || (exception is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            return Malformed;
        }
    }

    private async Task<Admitted<Upload>> ReadPartsAsync(HttpRequest request, string boundary)
    {
        if (boundary.Length is 0 or > MaxBoundaryLength)
        {
            return Malformed;
        }

        var aborted = request.HttpContext.RequestAborted;
        var parts = new MultipartReader(boundary, request.Body);
        var activity = new Activity { Type = ActivityTypes.Message };
        var files = new List<PostedFile>();
        while (await parts.ReadNextSectionAsync(aborted) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                return Malformed;
            }

            if (HeaderUtilities.RemoveQuotes(disposition.Name) == "activity")
            {
                if (await ReadUpToAsync(part.Body, JsonBody.MaxBytes, aborted) is not { } json)
                {
                    return DirectLineProblem.Of(BodyFlaw.TooLarge);
                }

                var parsed = JsonBody.Parse(new ReadOnlySequence<byte>(json), ActivityJson.Default.Activity);
                if (parsed.Flaw is { } flaw)
                {
                    return DirectLineProblem.Of(flaw);
                }

                activity = parsed.Value ?? activity;
                continue;
            }

            if (files.Count == options.Value.MaxFiles)
            {
                return DirectLineProblem.BadArgument($"One message may have {options.Value.MaxFiles} files. Send the others in another message.");
            }

            if (await ReadUpToAsync(part.Body, MaxFileBytes, aborted) is not { } content)
            {
                return FileTooLarge;
            }

            files.Add(new PostedFile(NameOf(disposition), content));
        }

        return new Upload(activity, files);
    }

    private static async Task<Admitted<Upload>> ReadRawAsync(HttpRequest request)
    {
        if (await ReadUpToAsync(request.Body, MaxFileBytes, request.HttpContext.RequestAborted) is not { } content)
        {
            return FileTooLarge;
        }

        var name = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition) ? NameOf(disposition) : null;
        return new Upload(new Activity { Type = ActivityTypes.Message }, [new PostedFile(name, content)]);
    }

    private static string? NameOf(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar.HasValue
            ? disposition.FileNameStar.ToString()
            : HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();

    /// <summary>Null when there is more.</summary>
    private static async Task<byte[]?> ReadUpToAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (content.Length + read > limit)
                {
                    return null;
                }

                content.Write(buffer, 0, read);
            }

            return content.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
