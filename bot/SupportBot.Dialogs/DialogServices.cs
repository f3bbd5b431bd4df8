using Microsoft.Extensions.DependencyInjection;
using SupportBot.Dialogs.Engine;

namespace SupportBot.Dialogs;

public static class DialogServices
{
    /// <summary>Adds the <see cref="DialogEngine"/>; needs the article library of <c>AddKnowledge</c>.</summary>
    public static IServiceCollection AddDialogs(this IServiceCollection services) => services.AddSingleton<DialogEngine>();
}
