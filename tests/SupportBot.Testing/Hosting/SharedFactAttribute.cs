using Xunit;

namespace SupportBot.Testing.Hosting;

/// <summary>A test that compares with a reference file beside the repository, and is shown as skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="relativePath">As for <see cref="Repository.Shared"/>.</param>
    public SharedFactAttribute(string relativePath)
    {
        RelativePath = relativePath;
        if (Repository.Shared(relativePath) is null)
        {
            Skip = $"../shared/{relativePath} is not there.";
        }
    }

    public string RelativePath { get; }
}
