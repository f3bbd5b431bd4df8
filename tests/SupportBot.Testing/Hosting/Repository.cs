namespace SupportBot.Testing.Hosting;

/// <summary>Where things lie in the repository that is being tested.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Reference files beside the repository, which a test skips without.</summary>
    public static string? Shared(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", relativePath));
        return File.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
