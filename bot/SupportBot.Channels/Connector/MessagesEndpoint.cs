using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SupportBot.Channels.Connector.Admission;
using SupportBot.Channels.Requests;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Connector;

/// <summary>Where Azure Bot Service delivers the activities of Teams and other channels.</summary>
public static partial class MessagesEndpoint
{
    private const string Path = "/api/messages";

    public static IEndpointRouteBuilder MapBotMessages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Path, PostAsync)
            .WithTags("Bot Connector")
            .WithSummary("Receives an activity")
            .WithDescription(
                "Who may call: Azure Bot Service, with its token for this bot. Answered as soon as it is stored; an invoke with its answer.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return endpoints;
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, ActivityAdmission admission, ActivityReception reception, ILogger<ActivityAdmission> log)
    {
        var (voucher, refusal) = await admission.CheckCallerAsync(context);
        if (refusal is not null)
        {
            return Refuse(refusal, context, log);
        }

        if (!context.Request.HasJsonContentType())
        {
            // Also what keeps web pages from posting to a developer's machine unasked: of this type, browsers ask first.
            return ConnectorProblem.Of(StatusCodes.Status415UnsupportedMediaType, "Send the activity as application/json.");
        }

        var body = await JsonBody.ReadAsync(context.Request, ActivityJson.Default.Activity);
        if (body.Flaw is { } flaw)
        {
            return ConnectorProblem.Of(flaw.Status, flaw.Detail);
        }

        var (admitted, unfit) = admission.Check(body.Value ?? new Activity(), voucher);
        var (answer, notNow) = admitted is null ? (null, unfit) : await reception.ReceiveAsync(admitted, context.RequestAborted);
        return answer ?? Refuse(notNow!, context, log);
    }

    private static IResult Refuse(Refusal refusal, HttpContext context, ILogger log)
    {
        LogRefused(log, refusal.Status, refusal.Reason);
        return ConnectorProblem.Of(refusal, context.Response);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call to /api/messages was answered {Status}: {Reason}.")]
    private static partial void LogRefused(ILogger log, int status, string reason);
}
