using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SupportBot.Host.SupportApi;

/// <summary>The description at <c>/openapi/v1.json</c>: who may call what, with which header, and what refusals look like.</summary>
internal static class SupportApiDescription
{
    public const string Path = "/openapi/v1.json";
    public const string SupportTag = "Support";
    public const string SellerTag = "Seller";

    private const string KeyScheme = "SupportKey";
    private const string UserScheme = "UserToken";

    private static readonly HashSet<Type> s_bodies = [typeof(SupportActionBody), typeof(UnderstandRequest)];

    private static readonly Dictionary<string, string> s_examples = new()
    {
        ["400"] = "There is no status 'open'. Use one of waiting, claimed, snoozed, resolved, returned, or none for all tickets.",
        ["401"] = $"Send the support API's key in the header {ApiKeyFilter.Header}.",
        ["404"] = "There is no ticket 'LMB-XXXX'. References look like LMB-7K2Q.",
        ["413"] = "The body is over 256 KB. Send less text: only the first 4,000 characters are read anyway.",
        ["429"] = "Too many diagnoses at once. Wait for the seconds in Retry-After and try again.",
    };

    public static IServiceCollection AddSupportApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Describe(schema, context));
    });

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "SupportBot",
            Version = "v1",
            Description =
                "JSON in camelCase; times are UTC with whole seconds (2026-03-20T09:00:00Z), dates YYYY-MM-DD; unknown fields are ignored. "
                + "Errors are RFC 9457 problem details whose 'detail' tells what to do.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyFilter.Header,
            Description = "For support staff and their tools: the key in Support__ApiKey.",
        };
        document.Components.SecuritySchemes[UserScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "For a seller's browser: the user token that the seller web app signs, good for the own account only.",
        };
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var tags = context.Description.ActionDescriptor.EndpointMetadata.OfType<TagsAttribute>().SelectMany(t => t.Tags).ToList();
        var scheme = tags.Contains(SupportTag) ? KeyScheme : tags.Contains(SellerTag) ? UserScheme : null;
        if (scheme is null)
        {
            return Task.CompletedTask;
        }

        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] }];
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (s_examples.TryGetValue(status, out var detail) && response.Content?.Values.FirstOrDefault() is { } content)
            {
                content.Example = new JsonObject { ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), ["detail"] = detail };
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>We read a body's missing field as null to say ourselves what is missing; to a caller, what is required is never null.</summary>
    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (s_bodies.Contains(context.JsonTypeInfo.Type))
        {
            foreach (var name in schema.Required ?? new HashSet<string>())
            {
                var field = (OpenApiSchema)schema.Properties![name];
                field.Type &= ~JsonSchemaType.Null;
            }
        }

        return Task.CompletedTask;
    }
}
