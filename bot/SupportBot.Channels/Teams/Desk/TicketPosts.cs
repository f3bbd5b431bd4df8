using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportBot.Cards.Agents;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Rendering;
using SupportBot.Channels.Transcripts;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Turns.Tickets;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Puts what is to be said in a thread into a message of Teams.</summary>
internal sealed class TicketPosts(
    AgentRoster roster, TranscriptLinks transcripts, IOptions<RenderingOptions> rendering, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Teams cuts or refuses messages of some 28 KB; people stop reading long before.</summary>
    private const int LongestText = 3500;

    /// <summary>Whoever is to be called is: while it cannot be found out who they are, nothing is said.</summary>
    public async Task<ConnectorResult<Activity>> WriteAsync(TicketPost post, TeamRoster team, CancellationToken cancellationToken)
    {
        if (post.Question is { } question)
        {
            var card = ReopenQuestionCard.Create(post.Reference, question.Standing, question.MessageId, question.StatusNumber);
            return CardActivity.Of(card.ToJson(), $"{post.Reference}: reopen it?");
        }

        var text = post.Author is { } author ? $"{author}: {await WordsAsync(post, cancellationToken)}" : await WordsAsync(post, cancellationToken);
        var found = await roster.FindAsync(post.Mentions, team, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var called = found.Value.Members;
        return new Activity
        {
            Type = ActivityTypes.Message,
            Text = string.Concat(called.Select(person => $"{Mention(person)} ")) + text + string.Concat(found.Value.Strangers.Select(NotCalled)) + Links(post),
            // Mentions are markup; only words of our own stand beside them.
            TextFormat = called.Count > 0 ? null : TextFormats.Plain,
            Entities = called.Count > 0 ? Entities(called) : null,
            Attachments = Pictures(post) is { Count: > 0 } pictures ? pictures : null,
        };
    }

    private async Task<string> WordsAsync(TicketPost post, CancellationToken cancellationToken)
    {
        if (post.Text.Length <= LongestText)
        {
            return post.Text;
        }

        var end = char.IsHighSurrogate(post.Text[LongestText - 1]) ? LongestText - 1 : LongestText;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversationId = await db.Tickets.Where(t => t.Reference == post.Reference).Select(t => t.ConversationId).FirstAsync(cancellationToken);
        var rest = transcripts.For(conversationId) is { } page ? $"The rest is here: {page}" : "The rest stands in the conversation.";
        return $"{post.Text[..end]}…\n\n{rest}";
    }

    /// <summary>Files that Teams would not show.</summary>
    private string Links(TicketPost post) => string.Concat(
        post.Files.Where(file => !IsPicture(file) || Address(file) is null).Select(file => $"\n{file.Name}: {Address(file)?.AbsoluteUri ?? "see the conversation"}"));

    private List<Attachment> Pictures(TicketPost post) =>
        [.. post.Files.Where(file => IsPicture(file) && Address(file) is not null)
            .Select(file => new Attachment { ContentType = file.ContentType, ContentUrl = Address(file)!.AbsoluteUri, Name = file.Name })];

    private Uri? Address(PostedFile file) => rendering.Value.PublicUrl is { } own ? new Uri(own, file.Path) : null;

    private static bool IsPicture(PostedFile file) => file.ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The thread says whom nobody has reached, for whoever can put the settings right.</summary>
    private static string NotCalled(string id) =>
        $" {System.Net.WebUtility.HtmlEncode(id)} was to be called for this, but Teams knows no such member of this team.";

    private static string Mention(ChannelAccount person) => $"<at>{System.Net.WebUtility.HtmlEncode(person.Name ?? "colleague")}</at>";

    private static JsonElement Entities(IReadOnlyList<ChannelAccount> called) => JsonSerializer.SerializeToElement(
        new JsonArray([.. called.Select(person => new JsonObject
        {
            ["type"] = "mention",
            ["text"] = Mention(person),
            ["mentioned"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name },
        })]));
}
