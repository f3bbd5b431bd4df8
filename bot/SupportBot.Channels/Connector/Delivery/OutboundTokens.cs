using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>The bot's own token, asked for once and kept until shortly before it ends.</summary>
internal sealed partial class OutboundTokens(
    BotCredential credential, IOptions<BotFrameworkOptions> options, IHostEnvironment environment, TimeProvider realTime, ILogger<OutboundTokens> log) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1);
    private HeldToken? _held;

    /// <summary>Null where none is needed: a stand-in of the Connector on a developer's own machine.</summary>
    /// <exception cref="ConnectorRefusalException">No token can be had.</exception>
    public async ValueTask<string?> ForAsync(Uri address, CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment() && address.IsLoopback && (options.Value.AllowUnauthenticated || credential.Token is null))
        {
            return null;
        }

        if (credential.Token is not { } source)
        {
            LogNoCredential();
            throw Refusal("no-credential");
        }

        if (Fresh(_held) is { } held)
        {
            return held;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return Fresh(_held) ?? await AskAsync(source, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>After it was not accepted: the next call asks for a new one.</summary>
    public void Forget() => _held = null;

    public void Dispose() => _gate.Dispose();

    private string? Fresh(HeldToken? held) => held is not null && realTime.GetUtcNow() < held.ExpiresOn - Margin ? held.Token : null;

    private async Task<string> AskAsync(TokenCredential source, CancellationToken cancellationToken)
    {
        try
        {
            var token = await source.GetTokenAsync(new TokenRequestContext([options.Value.TokenScope]), cancellationToken);
            _held = new HeldToken(token.Token, token.ExpiresOn);
            return token.Token;
        }
        catch (AuthenticationFailedException exception)
        {
            // Its message can quote the request.
            LogFailed(exception.GetType().Name);
            throw Refusal("no-token");
        }
    }

    private static ConnectorRefusalException Refusal(string code) => new(new ConnectorFailure(ConnectorFailureKind.NotAuthorised, code));

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot cannot speak: set BotFramework:ClientSecret, CertificatePath or ManagedIdentity.")]
    private partial void LogNoCredential();

    [LoggerMessage(Level = LogLevel.Error, Message = "Entra gave the bot no token ({Reason}). Check BotFramework:AppId, TenantId and the credential.")]
    private partial void LogFailed(string reason);

    private sealed record HeldToken(string Token, DateTimeOffset ExpiresOn);
}
