using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportBot.Channels.Connector.Admission;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Teams;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Connector;

/// <summary>Hands an admitted activity to whoever it is for, and says what the call is answered with.</summary>
internal sealed class ActivityReception(TeamsInstallations installations, ITeamsDesk desk, ConnectorReplies replies)
{
    /// <returns>What the call is answered with, or why the activity cannot be taken now.</returns>
    public async Task<(IResult? Answer, Refusal? Refusal)> ReceiveAsync(AdmittedActivity admitted, CancellationToken cancellationToken)
    {
        var activity = admitted.Activity;
        if (activity.DeliveryMode is not (null or "" or DeliveryModes.Normal or DeliveryModes.Notification or DeliveryModes.ExpectReplies))
        {
            return (ConnectorProblem.Of(StatusCodes.Status400BadRequest, "This deliveryMode is not known here. Use normal, notification or expectReplies."), null);
        }

        if (admitted.IsTeams)
        {
            await installations.LearnAsync(admitted, cancellationToken);
        }

        return activity.Type switch
        {
            ActivityTypes.Message => await ReceiveMessageAsync(admitted, cancellationToken),
            ActivityTypes.Invoke => (await ReceiveInvokeAsync(admitted, cancellationToken), null),
            _ => (Results.Ok(), null),
        };
    }

    private async Task<(IResult? Answer, Refusal? Refusal)> ReceiveMessageAsync(AdmittedActivity admitted, CancellationToken cancellationToken)
    {
        var activity = admitted.Activity;
        if (ReplyAddress.Of(admitted) is not { } address)
        {
            return (ConnectorProblem.Of(StatusCodes.Status400BadRequest, "A message must have an id, a from.id and a recipient.id."), null);
        }

        if (activity.From!.Role == "bot" || activity.From.Id == activity.Recipient!.Id)
        {
            // Two bots that answer one another would never end.
            return (Results.Ok(), null);
        }

        var (words, refusal) = admitted.IsTeams
            ? await ReceiveInTeamsAsync(TeamsActivities.Origin(admitted, address), activity, cancellationToken)
            : (Words(FixedAnswers.OtherChannel), null);
        return refusal is null ? (await AnswerAsync(activity, address, words, cancellationToken), null) : (null, refusal);
    }

    private async Task<IResult> AnswerAsync(Activity activity, ReplyAddress address, Activity? answer, CancellationToken cancellationToken)
    {
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            var expected = new ExpectedReplies(answer is null ? [] : [answer]);
            return TypedResults.Json(expected, ConnectorJson.Default.ExpectedReplies);
        }

        if (answer is not null)
        {
            await replies.PromiseAsync(address, answer, cancellationToken);
        }

        return Results.Ok();
    }

    /// <returns>What is said to it; null when the desk has it, or nobody spoke to the bot. Or why it is to come again.</returns>
    private async Task<(Activity? Answer, Refusal? Refusal)> ReceiveInTeamsAsync(TeamsOrigin origin, Activity activity, CancellationToken cancellationToken)
    {
        if (TeamsActivities.CardAction(origin, activity) is { } action)
        {
            var response = await desk.TryActAsync(action, cancellationToken) ?? CardActionResponse.Message(FixedAnswers.UnknownCard);
            return (SubmitAnswer.Of(response, action.CardActivityId), null);
        }

        var message = TeamsActivities.Message(origin, activity);
        var isForBot = message.MentionsBot || origin.Place == TeamsPlace.Personal;
        return await desk.ReceiveAsync(message, cancellationToken) switch
        {
            TeamsReceipt.NotNow => (null, Refusal.MembersUnavailable),
            TeamsReceipt.NoCase when isForBot => (Words(FixedAnswers.UnknownThread), null),
            _ => (null, null),
        };
    }

    private async Task<IResult> ReceiveInvokeAsync(AdmittedActivity admitted, CancellationToken cancellationToken)
    {
        var activity = admitted.Activity;
        if (string.IsNullOrEmpty(activity.Name))
        {
            return ConnectorProblem.Of(StatusCodes.Status400BadRequest, "An invoke must have a name.");
        }

        if (!admitted.IsTeams || activity.Name != CardActionValue.InvokeName)
        {
            return ConnectorProblem.Of(StatusCodes.Status501NotImplemented, $"This bot answers only the invoke {CardActionValue.InvokeName}.");
        }

        if (ReplyAddress.Of(admitted) is not { } address
            || TeamsActivities.CardAction(TeamsActivities.Origin(admitted, address), activity) is not { } action)
        {
            return Answer(CardActionResponse.Error("BadRequest", "This button sent nothing that can be understood. Nothing was changed."));
        }

        return Answer(await desk.TryActAsync(action, cancellationToken) ?? CardActionResponse.Message(FixedAnswers.UnknownCard));
    }

    private static JsonHttpResult<CardActionResponse> Answer(CardActionResponse response) => TypedResults.Json(response, ConnectorJson.Default.CardActionResponse);

    private static Activity Words(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Plain };
}
