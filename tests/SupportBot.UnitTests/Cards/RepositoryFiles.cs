namespace SupportBot.UnitTests.Cards;

/// <summary>Finds files by their place in the repository, wherever the tests were built to.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Adaptive Cards' own schema; lies beside the repository, not in it.</summary>
    public static string AdaptiveCardSchema { get; } = Path.Combine(Root, "..", "shared", "specs", "adaptive-card-1.5.json");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SupportBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests must run from inside the repository.");
    }
}
