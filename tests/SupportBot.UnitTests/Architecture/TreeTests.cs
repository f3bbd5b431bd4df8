using Xunit;

namespace SupportBot.UnitTests.Architecture;

public sealed class TreeTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("SupportBot.sln").Replace('\\', '/');

        Assert.NotEmpty(Repository.Projects);
        Assert.All(Repository.Projects, project => Assert.Contains($"\"{project.File}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_lies_in_a_folder_of_its_name_in_one_of_the_four_areas() => Assert.All(
        Repository.Projects,
        project =>
        {
            Assert.Equal($"{project.Area}/SupportBot.{project.Name}", project.Folder);
            Assert.Contains(project.Area, new[] { "bot", "cards", "backend", "tests" });
        });

    [Fact]
    public void Every_project_has_sources() => Assert.All(
        Repository.Projects,
        project => Assert.Contains(Repository.CSharpFiles, file => file.StartsWith(project.Folder + '/', StringComparison.Ordinal)));

    [Fact]
    public void Every_source_file_belongs_to_a_project()
    {
        var folders = Repository.Projects.Select(project => project.Folder + '/').ToList();

        Assert.DoesNotContain(
            Repository.CSharpFiles,
            file => !folders.Exists(folder => file.StartsWith(folder, StringComparison.Ordinal)));
    }
}
