namespace SupportBot.Host.Startup;

/// <summary>Development when the product is run from its source and nobody says otherwise; Production when it is deployed.</summary>
internal static class RunEnvironment
{
    /// <summary>
    /// What the project file hands to <c>dotnet run</c>. A launch profile would win over the caller's own settings; a word without a
    /// value would take the caller's first setting for its own.
    /// </summary>
    private const string RunFromSource = "--run-from-source=true";

    /// <summary>Null leaves the choice to the command line, <c>ASPNETCORE_ENVIRONMENT</c> and <c>DOTNET_ENVIRONMENT</c>.</summary>
    public static string? Name(string[] args) =>
        args.Contains(RunFromSource)
        && !args.Any(arg => arg.StartsWith("--environment", StringComparison.OrdinalIgnoreCase))
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"))
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"))
            ? Environments.Development
            : null;
}
