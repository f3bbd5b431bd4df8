using Microsoft.Extensions.Caching.Memory;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// What organisations have told a conversation in the last half minute, so that it does not read the chart of accounts again and
/// again. A reconnect begins anew, because the time of the connection is part of what answers are kept under.
/// </summary>
internal sealed class PlatformMemory : IDisposable
{
    private const int MostEntries = 300_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <summary>Null where nothing is kept, or where it must not be used.</summary>
    public T? Find<T>(ConversationMemory? within, BookkeepingConnection connection)
        where T : class => within is { MayUse: true } ? answers.Get<T>(Key<T>(within, connection)) : null;

    /// <param name="size">Entries of a list; 1 for a single thing.</param>
    public void Keep<T>(ConversationMemory? within, BookkeepingConnection connection, T answer, int size)
        where T : class
    {
        if (within is not null)
        {
            answers.Set(Key<T>(within, connection), answer, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = KeptFor, Size = size + 1 });
        }
    }

    public void Dispose() => answers.Dispose();

    private static (string, string, string, DateTime?, Type) Key<T>(ConversationMemory within, BookkeepingConnection connection) =>
        (within.ConversationId, connection.SellerId, connection.Id, connection.ConnectedAt, typeof(T));
}
