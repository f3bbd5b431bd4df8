using SupportBot.Accounts;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Host.SupportApi;

internal static class DiagnosisEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/sellers/{sellerId}/diagnosis", DiagnoseAsync)
            .WithSummary("Diagnose a seller's account")
            .WithDescription(
                "Runs every check freshly, within 8 seconds. 'settlement' looks at one settlement, 'channel' at the unsent ones of a sales channel; "
                + "with neither, all unsent settlements are looked at. A check that could not run is 'unknown', never 'passed'.")
            .Produces<Diagnosis>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    // Also for the seller's own call: who may ask is decided before. Not an XML comment, which would become the call's summary.
    public static async Task<IResult> DiagnoseAsync(
        string sellerId, string? settlement, string? channel, DiagnosisRunner runner, SellerDirectory sellers, CancellationToken cancellationToken)
    {
        var scope = new DiagnosisScope(NullIfEmpty(settlement), NullIfEmpty(channel));
        if (await runner.RunAsync(sellerId, scope, cancellationToken) is { } report)
        {
            return TypedResults.Json(report.Diagnosis, DiagnosisJson.Default.Diagnosis);
        }

        var exists = await sellers.FindAsync(sellerId, null, cancellationToken) is not null;
        return ApiProblem.NotFound(
            !exists ? $"There is no seller '{sellerId}'. Seller ids are those of the account snapshot, in the same case."
            : scope.SettlementId is null ? $"Seller '{sellerId}' has no sales channel '{channel}'. Use the name as it appears in Link My Books."
            : scope.Channel is null ? $"Seller '{sellerId}' has no settlement '{settlement}'."
            : $"Seller '{sellerId}' has no settlement '{settlement}' on a sales channel '{channel}'.");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
