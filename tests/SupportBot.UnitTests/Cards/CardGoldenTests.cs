using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace SupportBot.UnitTests.Cards;

public sealed class CardGoldenTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Set <c>SUPPORTBOT_WRITE_GOLDEN=true</c> to write the files anew after an intended change; read the difference.</summary>
    [Theory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public void A_card_goes_over_the_wire_as_its_golden_file_says(string name)
    {
        var file = Path.Combine(RepositoryFiles.Root, "tests", "SupportBot.UnitTests", "Cards", "Golden", $"{name}.json");
        var json = JsonSerializer.Serialize(SampleCards.All[name].ToJson(), Readable) + "\n";
        if (Environment.GetEnvironmentVariable("SUPPORTBOT_WRITE_GOLDEN") == "true")
        {
            File.WriteAllText(file, json);
        }

        Assert.Equal(File.ReadAllText(file), json);
    }
}
