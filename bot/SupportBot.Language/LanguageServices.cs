using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Language;

public static class LanguageServices
{
    public static IServiceCollection AddLanguage(this IServiceCollection services) => services.AddSingleton<Recogniser>();
}
