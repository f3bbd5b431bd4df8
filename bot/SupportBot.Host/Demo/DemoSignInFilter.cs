using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Host.Demo;

/// <summary>Lets in who holds a user token, and to that seller's account alone.</summary>
internal sealed class DemoSignInFilter(UserTokens tokens) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
            || !"Bearer".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase)
            || await tokens.ReadAsync(header.Parameter ?? "") is not { Verdict: TokenVerdict.Valid, Value: var user })
        {
            return DemoProblems.NotSignedIn;
        }

        http.Features.Set(new DemoSignIn(user));
        return await next(context);
    }
}

internal sealed record DemoSignIn(UserIdentity User);

internal static class DemoSignInFeature
{
    public static UserIdentity SignedInUser(this HttpContext context) => context.Features.GetRequiredFeature<DemoSignIn>().User;
}
