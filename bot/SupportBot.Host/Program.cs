using SupportBot.Host.Storage;

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
            var builder = WebApplication.CreateBuilder(
                new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
            builder.AddStorage();
            var app = builder.Build();
            await app.MigrateStorageAsync();
            await app.RunAsync();
            return 0;
        }
        catch (StorageStartException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
