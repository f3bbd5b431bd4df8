namespace SupportBot.Host;

/// <summary>Where settings, <c>wwwroot</c> and <c>App_Data</c> are, whatever folder the program is started in.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// The project's folder for a program built in the repository, as with <c>dotnet run</c>; else the program's own folder.
    /// </summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, "bot", "SupportBot.Host");
            if (File.Exists(Path.Combine(project, "SupportBot.Host.csproj")))
            {
                return project;
            }
        }

        return AppContext.BaseDirectory;
    }
}
