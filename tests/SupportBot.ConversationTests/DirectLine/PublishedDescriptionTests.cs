using System.Text.Json.Nodes;
using NJsonSchema;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

[Collection(DirectLineCollection.Name)]
public sealed class PublishedDescriptionTests(DirectLineHost host)
{
    private const string Description = "specs/directline-3.0.json";

    [SharedFact(Description)]
    public async Task Answers_have_the_form_that_Direct_Line_publishes()
    {
        var generated = await host.PostAsync("tokens/generate", DirectLineHost.UserToken(host.Ana));
        await AssertIsAsync("Conversation", generated);
        await AssertIsAsync("Conversation", await host.PostAsync("tokens/refresh", generated.Text("token")));
        await AssertIsAsync("Conversation", await host.PostAsync("conversations", generated.Text("token")));

        var chat = await host.OpenAsync();
        await AssertIsAsync("Conversation", await host.GetAsync($"conversations/{chat.Id}", chat.Token));
        await AssertIsAsync("ResourceResponse", await chat.PostAsync(Chat.Message("hello", "client-1")));
        using (var stream = await StreamClient.OpenAsync(chat.StreamUrl))
        {
            await stream.UntilAnsweredAsync();
        }

        await AssertIsAsync("ActivitySet", await chat.ReadAsync());
        await AssertIsAsync("ActivitySet", await chat.ReadAsync($"{DirectLineHost.PageSize}"));
    }

    [SharedFact(Description)]
    public async Task Refusals_have_the_form_that_Direct_Line_publishes()
    {
        var chat = await host.OpenAsync();

        await AssertIsAsync("ErrorResponse", await chat.ReadAsync("no watermark"));
        await AssertIsAsync("ErrorResponse", await host.PostAsync("tokens/generate", null));
    }

    private static async Task AssertIsAsync(string definition, Answer answer)
    {
        var definitions = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Shared(Description)!))!["definitions"]!.AsObject();
        foreach (var property in definitions.SelectMany(type => type.Value!["properties"]?.AsObject() ?? []))
        {
            // An object of no described form is "anything" here: the value of a button is mostly a text.
            if ((string?)property.Value!["type"] == "object")
            {
                property.Value.AsObject().Remove("type");
            }
        }

        var form = (JsonObject)definitions[definition]!.DeepClone();
        form["definitions"] = definitions.DeepClone();
        var schema = await JsonSchema.FromJsonAsync(form.ToJsonString());

        // The description demands nothing and allows everything, so what it names must at least be among what we say.
        Assert.Contains(answer.Json, member => schema.Properties.ContainsKey(member.Key));
        Assert.Empty(schema.Validate(answer.Body));
    }
}
