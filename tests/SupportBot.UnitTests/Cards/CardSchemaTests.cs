using System.Text.Json.Nodes;
using NJsonSchema;
using Xunit;

namespace SupportBot.UnitTests.Cards;

public sealed class CardSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(File.ReadAllText(RepositoryFiles.AdaptiveCardSchema)));

    [SchemaTheory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public async Task Every_card_is_valid_Adaptive_Cards_1_5(string name)
    {
        var schema = await Schema.Value;

        Assert.Empty(schema.Validate(SampleCards.All[name].ToJson().GetRawText()));
    }

    [SchemaTheory]
    [InlineData("$.body[0].type", "\"Nonsense\"")]
    [InlineData("$.body[0].spacing", "\"enormous\"")]
    [InlineData("$.actions[0].unheardOf", "1")]
    [InlineData("$.version", "15")]
    public async Task The_schema_refuses_what_is_no_card(string path, string value)
    {
        var schema = await Schema.Value;
        var card = JsonNode.Parse(SampleCards.All["ticket"].ToJson().GetRawText())!;
        Replace(card, path, JsonNode.Parse(value)!);

        Assert.NotEmpty(schema.Validate(card.ToJsonString()));
    }

    private static void Replace(JsonNode card, string path, JsonNode value)
    {
        var steps = path.Split('.', '[').Skip(1).ToList();
        var target = steps[..^1].Aggregate(card, (node, step) => step.EndsWith(']') ? node[int.Parse(step[..^1], null)]! : node[step]!);
        target[steps[^1]] = value;
    }
}
