using SupportBot.Protocol.Connector;
using SupportBot.Storage.Outbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>Sends what <see cref="ConnectorReplies"/> promised.</summary>
internal sealed class ConnectorReplyWorker(ConnectorClient connector) : IOutboxWorker
{
    public const string Kind = "connector-reply";

    public async Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var (serviceUrl, activity) = ConnectorReply.Read(item.Payload);
        var conversationId = activity.Conversation!.Id!;
        ConnectorResult<PostedActivity> sent = activity.Id is { } replaced
            ? await connector.UpdateAsync(serviceUrl, conversationId, replaced, activity, cancellationToken)
            : await connector.PostAsync(serviceUrl, conversationId, activity, cancellationToken);
        return sent.Failure?.Outcome ?? new OutboxOutcome.Done();
    }
}
