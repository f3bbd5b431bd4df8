using SupportBot.Channels.WebChat.Admission;
using SupportBot.Storage.Conversations;

namespace SupportBot.Channels.WebChat.Files;

/// <summary>Looks into uploaded files and refuses what support cannot use, in words that say what it can.</summary>
internal sealed class FileCheck(TimeProvider clock)
{
    public Admitted<IReadOnlyList<CheckedFile>> Check(IReadOnlyList<PostedFile> posted, string conversationId)
    {
        if (posted.Count == 0)
        {
            return DirectLineProblem.BadArgument("The upload holds no file.");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var files = new List<CheckedFile>(posted.Count);
        foreach (var file in posted)
        {
            if (file.Content.Length == 0)
            {
                return DirectLineProblem.BadArgument("A file is empty. Save it again and send it once more.");
            }

            if (FileKind.Sniff(file.Content, file.Name ?? "") is not { } kind)
            {
                return DirectLineProblem.UnsupportedFile($"Only {FileKind.Accepted} can be sent here. Going by its content, this file is none of them.");
            }

            files.Add(new CheckedFile(new StoredFile
            {
                Id = Unguessable.FileId(),
                ConversationId = conversationId,
                Name = FileName.For(file.Name, kind),
                ContentType = kind.ContentType,
                Content = file.Content,
                CreatedAt = now,
            }));
        }

        return new Admitted<IReadOnlyList<CheckedFile>>(files, null);
    }
}
