using Microsoft.Extensions.DependencyInjection;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Errors;

namespace SupportBot.Knowledge;

public static class KnowledgeServices
{
    /// <summary>
    /// Adds the <see cref="ArticleLibrary"/> and the <see cref="ErrorCatalogue"/>; reads and validates every article and error text
    /// now, before anything listens.
    /// </summary>
    /// <exception cref="ArticleFormatException">An article or the catalogue is broken.</exception>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        var articles = ArticleLibrary.BuiltIn();
        return services.AddSingleton(articles).AddSingleton(ErrorCatalogue.BuiltIn(articles));
    }
}
