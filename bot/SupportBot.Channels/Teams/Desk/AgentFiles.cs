using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.WebChat;
using SupportBot.Channels.WebChat.Files;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Fetches what agents put into their messages, and keeps what sellers can be shown.</summary>
internal sealed class AgentFiles(ConnectorClient connector, TimeProvider clock)
{
    private const int MostFiles = 8;

    /// <summary>For all of them: Teams repeats a delivery that is not answered within some 15 seconds.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(8);

    public async Task<FetchedFiles> FetchAsync(IReadOnlyList<Attachment> attachments, string conversationId, CancellationToken cancellationToken)
    {
        var stored = new List<CheckedFile>();
        var lost = new List<string>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Within);
        foreach (var attachment in attachments)
        {
            if (stored.Count < MostFiles && await TryFetchAsync(attachment, conversationId, limit.Token, cancellationToken) is { } file)
            {
                stored.Add(file);
            }
            else
            {
                lost.Add(attachment.Name is { Length: > 0 and <= 120 } name ? name : "a file");
            }
        }

        return new FetchedFiles([.. stored.Select(file => file.Attachment)], [.. stored.Select(file => file.Stored)], lost);
    }

    private async Task<CheckedFile?> TryFetchAsync(Attachment attachment, string conversationId, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAsync(attachment, conversationId, limit);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It takes too long: the words are more urgent, and the agent is told.
            return null;
        }
    }

    /// <summary>Null for what cannot be had or shown; the agent is told.</summary>
    private async Task<CheckedFile?> FetchAsync(Attachment attachment, string conversationId, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(attachment.ContentUrl, UriKind.Absolute, out var address))
        {
            return null;
        }

        var content = await connector.DownloadAsync(address, cancellationToken);
        return content.Succeeded && content.Value.Length > 0 && FileKind.Sniff(content.Value, attachment.Name ?? "") is { } kind
            ? new CheckedFile(new StoredFile
            {
                Id = Unguessable.FileId(),
                ConversationId = conversationId,
                Name = FileName.For(attachment.Name ?? "picture", kind),
                ContentType = kind.ContentType,
                Content = content.Value,
                CreatedAt = clock.GetUtcNow().UtcDateTime,
            })
            : null;
    }
}

/// <param name="Attachments">As the seller's message shows them.</param>
/// <param name="Lost">Names of what could not be passed on.</param>
internal sealed record FetchedFiles(IReadOnlyList<Attachment> Attachments, IReadOnlyList<StoredFile> Stored, IReadOnlyList<string> Lost);
