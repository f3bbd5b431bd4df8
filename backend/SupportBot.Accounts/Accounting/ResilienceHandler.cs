namespace SupportBot.Accounts.Accounting;

/// <summary>Puts <see cref="TenantCalls"/> around a client: the handlers come and go, what is known of a platform stays.</summary>
internal sealed class ResilienceHandler(TenantCalls calls) : DelegatingHandler
{
    private const long MaxBodyBytes = 16 * 1024 * 1024;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        calls.SendAsync(request, ct => TryAsync(request, ct), cancellationToken);

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            // The body counts towards the time limit too: a platform may stall after its headers.
            await response.Content.LoadIntoBufferAsync(MaxBodyBytes, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (HttpRequestException exception) when (cancellationToken.IsCancellationRequested)
        {
            // A connection that we gave up on can end as a broken one; that says nothing about the platform.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
