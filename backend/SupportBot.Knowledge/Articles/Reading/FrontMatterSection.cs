using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SupportBot.Knowledge.Articles.Reading;

/// <summary>A mapping of the front matter whose reads report what is wrong with file and line instead of throwing.</summary>
internal sealed class FrontMatterSection
{
    private readonly YamlMappingNode _node;
    private readonly ProblemLog _log;
    private readonly HashSet<string> _read = [];

    public FrontMatterSection(YamlMappingNode node, ProblemLog log)
    {
        _node = node;
        _log = log;
    }

    public int Line => LineOf(_node);

    public bool Has(string key) => Node(key) is not null;

    public int LineOf(string key) => Node(key) is { } node ? LineOf(node) : Line;

    public string Text(string key)
    {
        if (Optional(key) is { } text)
        {
            return text;
        }

        _log.Add(LineOf(key), $"'{key}' is missing or empty");
        return "";
    }

    public string? Optional(string key)
    {
        switch (Read(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } value }:
                return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
            default:
                _log.Add(LineOf(key), $"'{key}' has to be text");
                return null;
        }
    }

    public int? Number(string key)
    {
        if (Optional(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _log.Add(LineOf(key), $"'{key}' has to be a whole number, not '{text}'");
        return null;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key))
        {
            if (item is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
            {
                texts.Add(value.Trim());
            }
            else
            {
                _log.Add(LineOf(item), $"every entry of '{key}' has to be text");
            }
        }

        return texts;
    }

    public FrontMatterSection? Section(string key)
    {
        switch (Read(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new FrontMatterSection(mapping, _log);
            default:
                _log.Add(LineOf(key), $"'{key}' has to be a group of named values");
                return null;
        }
    }

    public IReadOnlyList<FrontMatterSection> Sections(string key)
    {
        var sections = new List<FrontMatterSection>();
        foreach (var item in Items(key))
        {
            if (item is YamlMappingNode mapping)
            {
                sections.Add(new FrontMatterSection(mapping, _log));
            }
            else
            {
                _log.Add(LineOf(item), $"every entry of '{key}' has to be a group of named values");
            }
        }

        return sections;
    }

    /// <summary>Every text in here, at any depth, with the key it stands under.</summary>
    public IEnumerable<(string Key, string Text, int Line)> AllTexts() =>
        _node.Children.SelectMany(c => AllTexts(((YamlScalarNode)c.Key).Value ?? "", c.Value));

    /// <summary>Reports keys that nobody asked for: they are spelling mistakes.</summary>
    public void RejectOthers()
    {
        foreach (var key in _node.Children.Keys.OfType<YamlScalarNode>().Where(k => !_read.Contains(k.Value ?? "")))
        {
            _log.Add(LineOf(key), $"'{key.Value}' is not known here");
        }
    }

    private YamlNode? Node(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private YamlNode? Read(string key)
    {
        _read.Add(key);
        return Node(key);
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        switch (Read(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return sequence.Children;
            default:
                _log.Add(LineOf(key), $"'{key}' has to be a list");
                return [];
        }
    }

    private static IEnumerable<(string Key, string Text, int Line)> AllTexts(string key, YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } value } => [(key, value, LineOf(node))],
        YamlSequenceNode sequence => sequence.Children.SelectMany(c => AllTexts(key, c)),
        YamlMappingNode mapping => mapping.Children.SelectMany(c => AllTexts(((YamlScalarNode)c.Key).Value ?? "", c.Value)),
        _ => [],
    };

    private static int LineOf(YamlNode node) => ProblemLog.FileLine(node.Start);
}

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ProblemLog
{
    private readonly List<ArticleProblem> _problems = [];

    public ProblemLog(string file) => File = file;

    public string File { get; }

    public IReadOnlyList<ArticleProblem> Problems => _problems;

    public void Add(int line, string reason) => _problems.Add(new ArticleProblem(File, line, reason));

    /// <summary>The front matter starts below the opening dashes, so its first line is the file's second.</summary>
    public static int FileLine(Mark mark) => (int)mark.Line + 1;
}
