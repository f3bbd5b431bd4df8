using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupportBot.Channels.WebChat.Activities;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Channels.WebChat.Files;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.DirectLine;
using SupportBot.Turns.Inbox;

namespace SupportBot.Channels.WebChat.Endpoints;

internal static class UploadEndpoint
{
    public static void Map(IEndpointRouteBuilder directLine) =>
        directLine.MapPost("/conversations/{conversationId}/upload", UploadAsync)
            .DisableAntiforgery()
            .WithSummary("Sends files, with or without a message")
            .WithDescription(
                $"Who may call: whoever holds this conversation's token; ?userId= must be the token's user or be left out. Accepted, by "
                + $"content and not by name: {FileKind.Accepted}, 10 MB each.")
            .Produces<ResourceResponse>();

    private static async Task<IResult> UploadAsync(
        string conversationId,
        string? userId,
        HttpContext context,
        Doorkeeper doorkeeper,
        RequestLimits limits,
        UploadReader reader,
        FileCheck check,
        InboundActivities inbound,
        ConversationOpener opener,
        EventInbox inbox)
    {
        var aborted = context.RequestAborted;
        var admitted = await doorkeeper.AdmitToAsync(context, conversationId);
        if (admitted.Value is not { } session)
        {
            return admitted.Problem!;
        }

        if (!string.IsNullOrEmpty(userId) && userId != session.User.UserId)
        {
            return DirectLineProblem.BadArgument("The userId is not the token's user. Leave it out.");
        }

        using var turn = await limits.ForUploadAsync(session.User, aborted);
        if (!turn.IsAcquired)
        {
            return DirectLineProblem.TooManyRequests;
        }

        var read = await reader.ReadAsync(context.Request);
        if (read.Value is not { } upload)
        {
            return read.Problem!;
        }

        var checkedFiles = check.Check(upload.Files, conversationId);
        if (checkedFiles.Value is not { } files)
        {
            return checkedFiles.Problem!;
        }

        var cleaned = inbound.Clean(upload.Activity with { Type = upload.Activity.Type ?? ActivityTypes.Message }, session, files);
        if (cleaned.Value is not { } clean)
        {
            return cleaned.Problem!;
        }

        if (clean.Activity.Type != ActivityTypes.Message)
        {
            return DirectLineProblem.BadArgument("Files belong to an activity of type message.");
        }

        await opener.EnsureOpenAsync(session, aborted);
        var accepted = await inbox.AcceptAsync(
            new InboundEvent(conversationId, clean.Key, clean.Activity, [.. files.Select(file => file.Stored)]), aborted);
        return ActivityEndpoints.Id(accepted.ActivityId);
    }
}
