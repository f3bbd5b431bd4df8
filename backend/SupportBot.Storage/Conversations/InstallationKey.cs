namespace SupportBot.Storage.Conversations;

/// <summary>A random key that this installation made for itself in Development, kept so that a restart does not end open chats.</summary>
public sealed class InstallationKey
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}
