using Microsoft.Extensions.DependencyInjection;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Knowledge;

public static class KnowledgeServices
{
    /// <summary>Adds the <see cref="ArticleLibrary"/>; reads and validates every article now, before anything listens.</summary>
    /// <exception cref="ArticleFormatException">An article is broken.</exception>
    public static IServiceCollection AddKnowledge(this IServiceCollection services) =>
        services.AddSingleton(ArticleLibrary.BuiltIn());
}
