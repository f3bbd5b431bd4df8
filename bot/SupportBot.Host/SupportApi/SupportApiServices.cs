namespace SupportBot.Host.SupportApi;

internal static class SupportApiServices
{
    /// <param name="section">The configuration section <see cref="SupportApiOptions.Section"/>.</param>
    public static IServiceCollection AddSupportApi(this IServiceCollection services, IConfiguration section)
    {
        services.Configure<SupportApiOptions>(section);
        return services
            .AddSingleton<ApiKey>()
            .AddSingleton<DiagnosisLimit>()
            .AddSupportApiDescription();
    }

    /// <summary>Needs <c>UseCors</c> before it: a seller's browser calls from the seller web app's site.</summary>
    public static void MapSupportApi(this IEndpointRouteBuilder endpoints)
    {
        // Made now, so that the start's log and not the first call's shows the key of Development.
        endpoints.ServiceProvider.GetRequiredService<ApiKey>();
        endpoints.MapOpenApi();
        MyDiagnosisEndpoint.Map(endpoints);
        var api = endpoints.MapGroup("/api")
            .WithTags(SupportApiDescription.SupportTag)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .AddEndpointFilter<ApiKeyFilter>()
            .AddEndpointFilter((invocation, next) =>
            {
                invocation.HttpContext.Response.Headers.CacheControl = "no-store";
                return next(invocation);
            });
        DiagnosisEndpoint.Map(api);
        UnderstandEndpoint.Map(api);
        TicketEndpoints.Map(api);
        SupportActionEndpoint.Map(api);
        ConversationEndpoints.Map(api);
        OutboxEndpoint.Map(api);
        api.MapFallback("{**path}", (HttpRequest request) =>
            ApiProblem.NotFound($"There is no {request.Method} {request.Path}. The calls are described at {SupportApiDescription.Path}."));
    }
}
