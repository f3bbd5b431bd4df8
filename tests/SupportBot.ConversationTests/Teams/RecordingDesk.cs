using System.Collections.Concurrent;
using System.Text.Json;
using SupportBot.Channels.Teams;
using SupportBot.Protocol.Connector;

namespace SupportBot.ConversationTests.Teams;

/// <summary>A desk that takes everything, and answers presses as it is told to.</summary>
internal sealed class RecordingDesk : ITeamsDesk
{
    private readonly ConcurrentQueue<TeamsMessage> _messages = new();
    private readonly ConcurrentQueue<TeamsCardAction> _actions = new();

    public IReadOnlyList<TeamsMessage> Messages => [.. _messages];

    public IReadOnlyList<TeamsCardAction> Actions => [.. _actions];

    public CardActionResponse Response { get; set; } = CardActionResponse.Message("Done.");

    public Task<TeamsReceipt> ReceiveAsync(TeamsMessage message, CancellationToken cancellationToken)
    {
        _messages.Enqueue(message);
        return Task.FromResult(TeamsReceipt.Taken);
    }

    public Task<CardActionResponse?> TryActAsync(TeamsCardAction action, CancellationToken cancellationToken)
    {
        _actions.Enqueue(action);
        return Task.FromResult<CardActionResponse?>(Response);
    }

    public static JsonElement Card(string text) => JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text } } });
}
