using System.Net;
using System.Net.Http.Headers;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>Lets calls go only to the Connector, and puts the bot's token on them.</summary>
internal sealed class ConnectorAuthorisationHandler(ServiceUrls allowed, OutboundTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (!allowed.Allows(new Uri(address.GetLeftPart(UriPartial.Path))))
        {
            throw new ConnectorRefusalException(new ConnectorFailure(ConnectorFailureKind.AddressNotAllowed, "address-not-allowed"));
        }

        var token = await tokens.ForAsync(address, cancellationToken);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Forget();
        }

        return answer;
    }
}
