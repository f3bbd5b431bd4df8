using System.Net;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Breaks the first posts on their way: before the platform sees them, or after it has carried them out.</summary>
internal sealed class PostingFaults(string where, int count) : DelegatingHandler
{
    private int _left = count;

    public int Posts { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isPost = request.Method == HttpMethod.Put || request.RequestUri!.AbsolutePath.EndsWith("/journalentry", StringComparison.Ordinal);
        if (!isPost)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Posts++;
        if (_left-- <= 0)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (where == "before")
        {
            throw new HttpRequestException("The connection broke.");
        }

        using var answer = await base.SendAsync(request, cancellationToken);
        return where == "after" ? throw new HttpRequestException("The connection broke.") : new HttpResponseMessage(HttpStatusCode.BadGateway);
    }
}
