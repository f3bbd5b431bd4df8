using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>Answers that the channel itself gives, promised to the outbox before the sender is told that the message arrived.</summary>
internal sealed class ConnectorReplies(CommitQueue commits, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Once for an activity, however often that is delivered.</summary>
    public async Task PromiseAsync(ReplyAddress address, Activity answer, CancellationToken cancellationToken)
    {
        var complete = answer with
        {
            From = address.Bot,
            Recipient = address.Person,
            Conversation = new ConversationAccount { Id = address.ConversationId },
            ReplyToId = answer.Id is null ? address.ActivityId : null,
        };
        var id = Id(address);
        var item = new OutboxWork(ConnectorReplyWorker.Kind, OrderingKey: id, ConnectorReply.Write(address.ServiceUrl, complete)).ToItem(id);
        try
        {
            await commits.CommitAsync(CommitUnit.Of(db => db.Outbox.Add(item)), cancellationToken);
        }
        catch (DbUpdateException)
        {
            if (!await IsPromisedAsync(id, cancellationToken))
            {
                throw;
            }
        }
    }

    private async Task<bool> IsPromisedAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.AnyAsync(o => o.Id == id, cancellationToken);
    }

    private static string Id(ReplyAddress address) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{address.ConversationId}\n{address.ActivityId}")));
}
