using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Channels.Connector.Admission;

/// <summary>
/// The keys that sign inbound tokens: kept, read again once a day and when a token names an unknown one. A reader that cannot get
/// new ones goes on with the old for a while. All of it real time.
/// </summary>
internal sealed partial class SigningKeys(
    IHttpClientFactory http, IOptions<BotFrameworkOptions> options, TimeProvider realTime, ILogger<SigningKeys> log) : IDisposable
{
    public const string HttpClientName = "bot-framework-keys";

    private static readonly TimeSpan RefreshAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan DistrustAfter = TimeSpan.FromDays(5);

    /// <summary>Tokens that name unknown keys cost nothing to make, so they do not make us ask more often than this.</summary>
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(1);

    /// <summary>Sooner while nothing at all is known.</summary>
    private static readonly TimeSpan BetweenFirstReads = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1);
    private KnownKeys? _known;
    private DateTimeOffset _lastRead = DateTimeOffset.MinValue;

    public async ValueTask<KeyLookup> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Usable() is { } known && known.Keys.TryGetValue(keyId, out var key) && !IsDue(known.ReadAt, RefreshAfter))
        {
            return new KeyLookup(key, IsAvailable: true);
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            await ReadIfDueAsync(keyId, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }

        return new KeyLookup(Usable()?.Keys.GetValueOrDefault(keyId), Usable() is not null);
    }

    public void Dispose() => _gate.Dispose();

    private async Task ReadIfDueAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = Usable();
        var isWanted = known is null || !known.Keys.ContainsKey(keyId) || IsDue(known.ReadAt, RefreshAfter);
        if (!isWanted || !IsDue(_lastRead, known is null ? BetweenFirstReads : BetweenReads))
        {
            return;
        }

        _lastRead = realTime.GetUtcNow();
        try
        {
            _known = new KnownKeys(await ReadAsync(cancellationToken), _lastRead);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogUnavailable(exception.GetType().Name, options.Value.OpenIdMetadataUrl.Host);
        }
    }

    private async Task<Dictionary<string, JsonWebKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var address = options.Value.OpenIdMetadataUrl;
        var documents = new HttpDocumentRetriever(http.CreateClient(HttpClientName)) { RequireHttps = !address.IsLoopback };
        var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address.AbsoluteUri, documents, cancellationToken);
        var keys = metadata.JsonWebKeySet?.Keys.Where(key => !string.IsNullOrEmpty(key.Kid)) ?? [];
        return keys.DistinctBy(key => key.Kid, StringComparer.Ordinal).ToDictionary(key => key.Kid, StringComparer.Ordinal);
    }

    private KnownKeys? Usable() => _known is { } known && !IsDue(known.ReadAt, DistrustAfter) ? known : null;

    private bool IsDue(DateTimeOffset since, TimeSpan after) => realTime.GetUtcNow() - since >= after;

    private sealed record KnownKeys(IReadOnlyDictionary<string, JsonWebKey> Keys, DateTimeOffset ReadAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of inbound tokens could not be read from {Host} ({Reason}).")]
    private partial void LogUnavailable(string reason, string host);
}

/// <param name="Key">Null when there is no such key, or none are known.</param>
/// <param name="IsAvailable">False when nothing could be read: then no token can be judged.</param>
internal readonly record struct KeyLookup(JsonWebKey? Key, bool IsAvailable);
