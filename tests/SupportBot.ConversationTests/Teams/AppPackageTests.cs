using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>The package that a Teams administrator uploads.</summary>
public sealed class AppPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [ShellFact]
    public async Task The_package_holds_a_filled_manifest_and_two_icons_of_the_right_size()
    {
        var (exit, said) = await PackAsync(FakeTeam.AppId.ToUpperInvariant(), "https://www.example.com/");

        Assert.True(exit == 0, said);
        using var package = await ZipFile.OpenReadAsync(_folder.File("app.zip"));
        Assert.Equal(["color.png", "manifest.json", "outline.png"], package.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var manifest = await ReadAsync(package, "manifest.json");
        var json = JsonNode.Parse(manifest)!;
        Assert.DoesNotContain("{{", json.ToJsonString(), StringComparison.Ordinal);
        Assert.All([json["id"], json["bots"]![0]!["botId"], json["webApplicationInfo"]!["id"]], id => Assert.Equal(FakeTeam.AppId, (string?)id));
        Assert.Equal("https://www.example.com/privacy", (string?)json["developer"]!["privacyUrl"]);
        Assert.Equal(192, Width(await ReadAsync(package, "color.png")));
        Assert.Equal(32, Width(await ReadAsync(package, "outline.png")));
    }

    [ShellFact]
    public async Task What_cannot_be_right_makes_no_package()
    {
        Assert.Contains("is no app id", (await PackAsync("supportbot", "https://www.example.com")).Said, StringComparison.Ordinal);
        Assert.Contains("is no https address", (await PackAsync(FakeTeam.AppId, "http://www.example.com")).Said, StringComparison.Ordinal);
        Assert.Contains("is no https address", (await PackAsync(FakeTeam.AppId, "https://www.example.com/\",\"x\":\"")).Said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("app.zip")));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int Exit, string Said)> PackAsync(string botId, string website)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "deployment", "teams", "package.sh")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { botId, website, _folder.File("app.zip") })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    private static async Task<byte[]> ReadAsync(ZipArchive package, string name)
    {
        await using var entry = await package.GetEntry(name)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static int Width(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
}
