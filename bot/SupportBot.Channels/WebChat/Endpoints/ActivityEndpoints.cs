using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Requests;
using SupportBot.Channels.WebChat.Activities;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.DirectLine;
using SupportBot.Turns.Conversations;
using SupportBot.Turns.Inbox;

namespace SupportBot.Channels.WebChat.Endpoints;

internal static class ActivityEndpoints
{
    public static void Map(IEndpointRouteBuilder directLine)
    {
        directLine.MapPost("/conversations/{conversationId}/activities", PostAsync)
            .WithSummary("Says something")
            .WithDescription(
                "Who may call: whoever holds this conversation's token. Types: message, event, typing. Answered as soon as it is "
                + "stored; the same channelData.clientActivityID again changes nothing and gets the same answer.")
            .Produces<ResourceResponse>();
        directLine.MapGet("/conversations/{conversationId}/activities", ListAsync)
            .WithSummary("What was said after ?watermark=, in order")
            .WithDescription("Who may call: whoever holds this conversation's token. Ask again with the answer's watermark for the rest.")
            .Produces<ActivitySet>();
    }

    private static async Task<IResult> PostAsync(
        string conversationId,
        HttpContext context,
        Doorkeeper doorkeeper,
        InboundActivities inbound,
        ConversationOpener opener,
        EventInbox inbox)
    {
        var admitted = await doorkeeper.AdmitToAsync(context, conversationId);
        if (admitted.Value is not { } session)
        {
            return admitted.Problem!;
        }

        var body = await JsonBody.ReadAsync(context.Request, ActivityJson.Default.Activity);
        if (body.Flaw is { } flaw)
        {
            return DirectLineProblem.Of(flaw);
        }

        var cleaned = inbound.Clean(body.Value ?? new Activity(), session, []);
        if (cleaned.Value is not { } clean)
        {
            return cleaned.Problem!;
        }

        if (clean.Activity.Type == ActivityTypes.Typing)
        {
            // Nobody waits for it, and nobody would read it later.
            return Id(Guid.CreateVersion7().ToString("N"));
        }

        await opener.EnsureOpenAsync(session, context.RequestAborted);
        var accepted = await inbox.AcceptAsync(new InboundEvent(conversationId, clean.Key, clean.Activity), context.RequestAborted);
        return Id(accepted.ActivityId);
    }

    private static async Task<IResult> ListAsync(
        string conversationId,
        string? watermark,
        HttpContext context,
        Doorkeeper doorkeeper,
        ConversationOpener opener,
        Transcript transcript,
        PublicAddress address,
        IOptions<WebChatOptions> options)
    {
        var admitted = await doorkeeper.AdmitToAsync(context, conversationId);
        if (admitted.Value is not { } session)
        {
            return admitted.Problem!;
        }

        if (!Watermark.TryRead(watermark, out var after))
        {
            return Watermark.Bad;
        }

        await opener.EnsureOpenAsync(session, context.RequestAborted);
        var lines = await transcript.ReadAsync(conversationId, after, options.Value.PageSize, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        Write(context.Response.BodyWriter, lines, after, address.BaseUrl(context.Request));
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        return Results.Empty;
    }

    internal static IResult Id(string activityId) =>
        TypedResults.Json(new ResourceResponse(activityId), DirectLineJson.Default.ResourceResponse);

    private static void Write(PipeWriter output, IReadOnlyList<TranscriptLine> lines, long after, string baseUrl)
    {
        var writer = new ActivitySetWriter(output, baseUrl);
        writer.Begin();
        foreach (var line in lines)
        {
            if (ActivitySetWriter.IsForClient(line))
            {
                writer.Add(line.ActivityJson, line.Sequence);
            }
        }

        writer.End(lines.Count > 0 ? lines[^1].Sequence : after);
    }
}
