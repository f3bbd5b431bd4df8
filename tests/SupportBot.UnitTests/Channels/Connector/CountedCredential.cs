using Azure.Core;

namespace SupportBot.UnitTests.Channels.Connector;

/// <summary>Gives out token-1, token-2, … each good for an hour by its clock.</summary>
internal sealed class CountedCredential(TimeProvider clock) : TokenCredential
{
    public int Given { get; private set; }

    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        return new AccessToken($"token-{++Given}", clock.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
