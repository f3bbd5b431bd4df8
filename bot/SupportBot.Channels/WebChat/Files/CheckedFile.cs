using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;

namespace SupportBot.Channels.WebChat.Files;

/// <summary>An uploaded file of an accepted kind, and how the message shows it.</summary>
internal sealed record CheckedFile(StoredFile Stored)
{
    /// <summary>Followed by the file's id. The transcript keeps the path only; the reader's own base address is put before it.</summary>
    public const string Path = "/v3/directline/files/";

    public Attachment Attachment => new()
    {
        ContentType = Stored.ContentType,
        ContentUrl = Path + Stored.Id,
        Name = Stored.Name,
    };
}
