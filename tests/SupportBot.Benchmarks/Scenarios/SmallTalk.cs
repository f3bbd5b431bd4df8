using SupportBot.Benchmarks.Load;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>
/// The turn that is measured: an ordinary message of a seller that is understood and answered in words, without a look at the
/// account. All of it happens: token, limits, acceptance, recogniser, dialog, rendering, two commits, the answer over the socket.
/// </summary>
internal sealed class SmallTalk : IDisposable
{
    private const string Seller = "little-harbour";

    private static readonly string[] Messages =
        ["thanks for your help", "what does that mean?", "hello again", "can you explain that please", "ok thank you"];

    private readonly IReadOnlyList<Chat> _chats;
    private readonly int[] _said;

    private SmallTalk(IReadOnlyList<Chat> chats) => (_chats, _said) = (chats, new int[chats.Count]);

    public static async Task<SmallTalk> OpenAsync(Uri server, int conversations)
    {
        using var http = new HttpClient { BaseAddress = server };
        var chats = new List<Chat>();
        for (var i = 0; i < conversations; i++)
        {
            chats.Add(await Chat.OpenAsync(http, Seller));
        }

        return new SmallTalk(chats);
    }

    public Task TurnAsync(int conversation, Action accepted) =>
        _chats[conversation].SayAsync(Messages[_said[conversation]++ % Messages.Length], accepted);

    public void Dispose()
    {
        foreach (var chat in _chats)
        {
            chat.Dispose();
        }
    }
}
