using SupportBot.Host.Startup;

namespace SupportBot.Host;

/// <summary>The composition root; public so that tests can start the real host.</summary>
public sealed class Program
{
    private Program()
    {
    }

    public static async Task<int> Main(string[] args)
    {
        try
        {
            var app = SupportBotApplication.Build(args);
            await app.PrepareAsync();
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (StartProblem.Describe(exception) is { } description)
        {
            await Console.Error.WriteLineAsync(description);
            return 1;
        }
    }
}
