using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SupportBot.Testing.Fakes.Teams;

/// <summary>A message in a fake conversation, as everybody there sees it now.</summary>
public sealed class FakeMessage(string id, string conversationId, JsonObject activity)
{
    public string Id => id;

    /// <summary>As <see cref="Stopwatch.GetTimestamp"/> tells time.</summary>
    public long ArrivedAt { get; } = Stopwatch.GetTimestamp();

    public string ConversationId => conversationId;

    public JsonObject Activity { get; private set; } = activity;

    /// <summary>How often it was replaced.</summary>
    public int Updates { get; private set; }

    public bool IsDeleted { get; private set; }

    public string Text => (string?)Activity["text"] ?? "";

    /// <summary>Its Adaptive Card, if it carries one.</summary>
    public JsonObject? Card => Activity["attachments"]?.AsArray()
        .FirstOrDefault(attachment => (string?)attachment!["contentType"] == "application/vnd.microsoft.card.adaptive")?["content"]?.AsObject();

    internal void Replace(JsonObject activity) => (Activity, Updates) = (activity, Updates + 1);

    /// <summary>Somebody in Teams deletes it.</summary>
    public void Delete() => IsDeleted = true;
}
