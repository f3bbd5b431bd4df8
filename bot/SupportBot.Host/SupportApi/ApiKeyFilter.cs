namespace SupportBot.Host.SupportApi;

/// <summary>Lets in whoever sends the key.</summary>
internal sealed class ApiKeyFilter(ApiKey key) : IEndpointFilter
{
    public const string Header = "X-Api-Key";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var sent = context.HttpContext.Request.Headers[Header];
        if (sent.Count == 1 && key.Fits(sent.ToString()))
        {
            return next(context);
        }

        return ValueTask.FromResult<object?>(ApiProblem.Unauthorised(
            !key.IsSet ? "No key is configured, so nobody may call. Set Support__ApiKey and start again."
            : sent.Count == 0 ? $"Send the support API's key in the header {Header}."
            : $"The key in the header {Header} is not the one in Support__ApiKey."));
    }
}
