namespace SupportBot.Host.Security;

internal static class UnreadableQueries
{
    /// <summary>Refuses U+0000 in a query, as the server itself does in a path: PostgreSQL cannot even be asked for it.</summary>
    public static void RefuseUnreadableQueries(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
