using System.Xml.Linq;

namespace SupportBot.UnitTests.Architecture;

/// <summary>The working tree that these tests were built from, without what is generated or fetched.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs =
        ["artifacts", "node_modules", "App_Data", "TestResults", "BenchmarkDotNet.Artifacts", "bin", "obj", "dist"];

    private static readonly HashSet<string> Sources = [".cs", ".ts", ".tsx", ".css", ".html", ".sh"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(new DirectoryInfo(Root)).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(Project.Read)];

    /// <summary>Source files that people write: migrations are generated.</summary>
    public static IEnumerable<string> SourceFiles =>
        Files.Where(file => Sources.Contains(Path.GetExtension(file)) && !file.Contains("/Migrations/", StringComparison.Ordinal));

    public static IEnumerable<string> CSharpFiles => SourceFiles.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SupportBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        }

        return folder;
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.EnumerateFiles().Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(IsOurs).SelectMany(Walk));

    private static bool IsOurs(DirectoryInfo folder) =>
        folder.Name == ".ci" || !(folder.Name.StartsWith('.') || NotOurs.Contains(folder.Name)
            || (folder.Name == "widget" && folder.Parent!.Name == "wwwroot"));
}

/// <param name="Name">Without the <c>SupportBot.</c> that all have.</param>
/// <param name="Area">The top-level folder: bot, cards, backend or tests.</param>
internal sealed record Project(string Name, string Area, string Folder, string File, IReadOnlyList<string> References, bool UsesAspNet)
{
    public static Project Read(string file)
    {
        var xml = XDocument.Parse(Repository.Read(file));
        var references = xml.Descendants("ProjectReference").Select(r => NameOf((string)r.Attribute("Include")!)).Order(StringComparer.Ordinal);
        var usesAspNet = xml.Descendants("FrameworkReference").Any(r => (string?)r.Attribute("Include") == "Microsoft.AspNetCore.App");
        return new(NameOf(file), file[..file.IndexOf('/', StringComparison.Ordinal)], file[..file.LastIndexOf('/')], file, [.. references], usesAspNet);
    }

    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("SupportBot.", "", StringComparison.Ordinal);
}
