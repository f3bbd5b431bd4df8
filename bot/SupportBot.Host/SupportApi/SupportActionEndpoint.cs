using Microsoft.AspNetCore.Mvc;
using SupportBot.Storage.Tickets;
using SupportBot.Turns.Support;

namespace SupportBot.Host.SupportApi;

/// <param name="Action"><c>reconnect-channel</c>, <c>rerun-vat</c> or <c>reset-settlement</c>.</param>
/// <param name="Reason">Why; kept with the action. At most 1,000 characters.</param>
/// <param name="By">The name of who asks; at most 100 characters.</param>
/// <param name="Key">New for every request, at most 100 characters; a repeated one acts once.</param>
internal sealed record SupportActionBody(string? Action, string? Reason, string? By, string? Key);

/// <param name="State"><c>requested</c>, <c>done</c> or <c>failed</c>; the ticket's history tells the outcome in words.</param>
internal sealed record SupportActionView(
    string Key, string Reference, string Action, string State, string Reason, string By, string? SalesChannel, string? SettlementId, DateTime RequestedAt, DateTime? DoneAt);

internal static class SupportActionEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tickets/{reference}/actions", ActAsync)
            .WithSummary("Do what only support can do")
            .WithDescription(
                "Renews a channel's accounting link, fetches a settlement's VAT reports again, or resets a settlement that is stuck in sending. Taken on with 202 and done "
                + "at once after that; the outcome, and what a new look at the account found, come into the ticket's history. The same key again answers 200 and does nothing.")
            .Accepts<SupportActionBody>("application/json")
            .Produces<SupportActionView>(StatusCodes.Status202Accepted)
            .Produces<SupportActionView>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status501NotImplemented)
            .WithMetadata(new RequestSizeLimitAttribute(RequestBody.MaxBytes));

    private static async Task<IResult> ActAsync(string reference, HttpRequest request, SupportActions actions, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, SupportApiJson.Default.SupportActionBody);
        if (body is null)
        {
            return problem!;
        }

        var answer = await actions.RequestAsync(
            new SupportActionRequest(reference, body.Action ?? "", body.Reason ?? "", body.By ?? "", body.Key ?? ""), cancellationToken);
        return answer switch
        {
            { Action: { } action } => TypedResults.Json(
                Show(action), SupportApiJson.Default.SupportActionView,
                statusCode: action.State == SupportActionState.Requested && !answer.IsRepeated ? StatusCodes.Status202Accepted : StatusCodes.Status200OK),
            _ => TypedResults.Problem(answer.Detail, statusCode: answer.Problem switch
            {
                SupportActionProblem.UnknownTicket => StatusCodes.Status404NotFound,
                SupportActionProblem.Conflict => StatusCodes.Status409Conflict,
                SupportActionProblem.NotConfigured => StatusCodes.Status501NotImplemented,
                _ => StatusCodes.Status400BadRequest,
            }),
        };
    }

    private static SupportActionView Show(SupportAction action) => new(
        action.Key, action.TicketReference, action.Action, action.State.ToString().ToLowerInvariant(), action.Reason, action.By, action.ChannelName, action.SettlementId,
        action.RequestedAt, action.DoneAt);
}
