using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SupportBot.Language;

/// <summary>Reads the embedded data files: YAML mappings from a name to a list of texts, and nothing else.</summary>
internal static class Data
{
    /// <param name="name">The path of the file inside this project, with dots for slashes.</param>
    public static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Read(string name)
    {
        var assembly = typeof(Data).Assembly;
        using var stream = assembly.GetManifestResourceStream($"SupportBot.Language.{name}")
            ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    public static IEnumerable<string> Names(string prefix) =>
        typeof(Data).Assembly.GetManifestResourceNames()
            .Select(n => n["SupportBot.Language.".Length..])
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static List<KeyValuePair<string, IReadOnlyList<string>>> Read(TextReader text)
    {
        // The parser's events, not its deserializer: the latter costs start-up time that a list of words does not need.
        var parser = new Parser(text);
        var lists = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            var values = new List<string>();
            parser.Consume<SequenceStart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                values.Add(parser.Consume<Scalar>().Value);
            }

            lists.Add(new(key, values));
        }

        return lists;
    }
}
