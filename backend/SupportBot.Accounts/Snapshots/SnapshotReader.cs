using System.Text;
using System.Text.Json;

namespace SupportBot.Accounts.Snapshots;

/// <summary>Reads and checks account snapshots. Needs no services: the host asks for <see cref="AccountSnapshot.Now"/> before it builds its clock.</summary>
public static class SnapshotReader
{
    private const string DemoSellers = "demo/";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The given file, or the built-in demo sellers where <paramref name="path"/> is null or blank.</summary>
    /// <exception cref="SnapshotException">The file is missing, is no JSON, or breaks a rule.</exception>
    public static AccountSnapshot Read(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return ReadBuiltIn();
        }

        try
        {
            return Parse(File.ReadAllText(path, s_utf8), path);
        }
        catch (DecoderFallbackException)
        {
            throw new SnapshotException(path, "$", "the file is not UTF-8 text. Save it as UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException(path, "$", "the file cannot be read. " + exception.Message);
        }
    }

    /// <param name="source">How to call the text in an error.</param>
    /// <exception cref="SnapshotException">The text is no JSON, or breaks a rule.</exception>
    public static AccountSnapshot Parse(string json, string source)
    {
        SnapshotSchema.Check(json, source);
        return ParseChecked(json, source);
    }

    private static AccountSnapshot ParseChecked(string json, string source)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, SnapshotJson.Default.SnapshotFile)!;
            SnapshotRules.Check(file.Sellers, source);
            return new AccountSnapshot(file.Now, file.Sellers);
        }
        catch (JsonException exception)
        {
            // What the schema's formats let through but no date or number can hold.
            throw new SnapshotException(source, exception.Path ?? "$", "the value cannot be read as what it should be");
        }
    }

    /// <summary>
    /// The demo sellers: one file each, with one clock for all. A test holds them to the schema, because doing that here would
    /// take a tenth of every start.
    /// </summary>
    private static AccountSnapshot ReadBuiltIn()
    {
        var files = BuiltInNames()
            .Select(n => ParseChecked(ReadResource(n), n)).ToArray();
        return new AccountSnapshot(files[0].Now, [.. files.SelectMany(f => f.Sellers)]);
    }

    internal static IEnumerable<string> BuiltInNames() => typeof(SnapshotReader).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(DemoSellers, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    internal static string ReadResource(string name)
    {
        using var stream = typeof(SnapshotReader).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
