using System.Text.RegularExpressions;
using Xunit;

namespace SupportBot.UnitTests.Architecture;

public sealed partial class SourceTests
{
    private const int LongestFile = 300;

    /// <summary>Longer files, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    /// <summary>Files that use a banned symbol (BannedSymbols.txt), each with its reason.</summary>
    private static readonly Dictionary<string, string> BannedSymbolUses = new()
    {
        ["backend/SupportBot.Accounts/Sandbox/DemoLedger.cs"] = "Stands in for Link My Books, whose own writes belong to no turn.",
        ["backend/SupportBot.Accounts/Snapshots/SnapshotLoader.cs"] = "Fills the database before any turn runs.",
        ["bot/SupportBot.Host/Security/ProtectionKeys.cs"] = "Data Protection makes a key when it needs one, which is part of no turn.",
        ["bot/SupportBot.Host/Startup/InstallationKeys.cs"] = "Makes its keys before any turn runs.",
        ["tests/SupportBot.StorageTests/Databases/TestDatabase.cs"] = "Stands in for the commit queue, below which those tests look.",
    };

    /// <summary>Files outside the host that see the configuration, each with its reason.</summary>
    private static readonly Dictionary<string, string> ConfigurationReaders = new()
    {
        ["bot/SupportBot.Channels/WebChat/WebChatServices.cs"] = "Binds the section that the host hands it: origins may be a list or one text.",
    };

    [Fact]
    public void No_file_is_longer_than_300_lines_without_a_reason()
    {
        var longFiles = Repository.SourceFiles.Where(file => Repository.Read(file).AsSpan().Count('\n') > LongestFile);

        Assert.Equal(LongFiles.Keys.Order(StringComparer.Ordinal), longFiles);
    }

    [Fact]
    public void Banned_symbols_are_used_only_with_a_reason()
    {
        var uses = Repository.CSharpFiles.Where(file => BannedSymbolPragma().IsMatch(Repository.Read(file)));

        Assert.Equal(BannedSymbolUses.Keys.Order(StringComparer.Ordinal), uses);
    }

    [Fact]
    public void No_name_says_nothing()
    {
        var paths = Repository.Files.Where(file => NothingSaid().IsMatch(file));
        var types = from file in Repository.CSharpFiles
                    from Match declaration in TypeDeclaration().Matches(Repository.Read(file))
                    where NothingSaid().IsMatch(declaration.Groups["name"].Value)
                    select $"{declaration.Groups["name"].Value} in {file}";

        Assert.Empty(paths.Concat(types));
    }

    [Fact]
    public void Nothing_is_left_for_later() =>
        Assert.DoesNotContain(Repository.SourceFiles, file => LeftForLater().IsMatch(Repository.Read(file)));

    [Fact]
    public void No_test_sleeps() => Assert.DoesNotContain(
        Repository.CSharpFiles,
        file => file.StartsWith("tests/", StringComparison.Ordinal) && Sleep().IsMatch(Repository.Read(file)));

    [Fact]
    public void Only_the_host_reads_the_configuration()
    {
        var readers = Repository.CSharpFiles.Where(file =>
            !file.StartsWith("tests/", StringComparison.Ordinal)
            && !file.StartsWith("bot/SupportBot.Host/", StringComparison.Ordinal)
            && Configuration().IsMatch(Repository.Read(file)));

        Assert.Equal(ConfigurationReaders.Keys.Order(StringComparer.Ordinal), readers);
    }

    [GeneratedRegex(@"^#pragma warning disable [^\r\n]*RS0030", RegexOptions.Multiline)]
    private static partial Regex BannedSymbolPragma();

    [GeneratedRegex("(Helper|Manager|Util|Utilitie|Utility|Common|Core)s?(?![a-z])")]
    private static partial Regex NothingSaid();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    // Split, so that this file does not find itself.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"\b(Task\.De" + @"lay|Thread\.Sl" + @"eep)\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bIConfiguration(Root|Section)?\b")]
    private static partial Regex Configuration();
}
