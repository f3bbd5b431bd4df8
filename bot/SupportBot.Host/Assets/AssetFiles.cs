using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace SupportBot.Host.Assets;

/// <summary>Files of wwwroot, in the smallest form that the browser takes: the widget's build lays .br and .gz beside each.</summary>
internal sealed class AssetFiles(IWebHostEnvironment environment)
{
    /// <summary>For files whose name changes with their content.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>For files that keep their name: a site sees a new version soon, and asks cheaply (ETag) until then.</summary>
    public const string Briefly = "public, max-age=300";

    /// <summary>Asked about each time: what changes while somebody works on it.</summary>
    public const string Checked = "no-cache";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private static readonly (string Encoding, string Suffix)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    public IResult Send(HttpContext context, string path, string cacheControl)
    {
        var files = environment.WebRootFileProvider;
        if (!ContentTypes.TryGetContentType(path, out var contentType) || Find(files, path) is not { } plain)
        {
            return TypedResults.NotFound();
        }

        var (encoding, file) = Choose(files, path, context.Request) ?? (null, plain);
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = encoding;
        return TypedResults.PhysicalFile(
            file.PhysicalPath!,
            contentType.StartsWith("text/", StringComparison.Ordinal) ? $"{contentType}; charset=utf-8" : contentType,
            lastModified: plain.LastModified,
            entityTag: new EntityTagHeaderValue($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\""));
    }

    private static (string? Encoding, IFileInfo File)? Choose(IFileProvider files, string path, HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, suffix) in Encodings)
        {
            if (accepted.Any(a => a.Value == encoding && a.Quality != 0) && Find(files, path + suffix) is { } file)
            {
                return (encoding, file);
            }
        }

        return null;
    }

    private static IFileInfo? Find(IFileProvider files, string path) =>
        files.GetFileInfo(path) is { Exists: true, IsDirectory: false, PhysicalPath: not null } file ? file : null;
}
