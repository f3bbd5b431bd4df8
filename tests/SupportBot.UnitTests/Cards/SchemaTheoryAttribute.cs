using Xunit;

namespace SupportBot.UnitTests.Cards;

/// <summary>A theory that needs the Adaptive Cards schema, which its owners publish and this repository does not copy.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchemaTheoryAttribute : TheoryAttribute
{
    public SchemaTheoryAttribute()
    {
        if (!File.Exists(RepositoryFiles.AdaptiveCardSchema))
        {
            Skip = "The Adaptive Cards 1.5 schema is not at ../shared/specs/adaptive-card-1.5.json.";
        }
    }
}
