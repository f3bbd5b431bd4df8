namespace SupportBot.Channels.Connector.Admission;

/// <summary>Why a call does not get in, or is not taken now.</summary>
/// <param name="Reason">For the operator's log: a short code. Whoever calls learns no more than <paramref name="Detail"/>.</param>
internal sealed record Refusal(int Status, string Reason, string Detail)
{
    public static Refusal NoToken { get; } = new(401, "no-token", "Send the header 'Authorization: Bearer <token>' with a token of Azure Bot Service.");

    public static Refusal KeysUnavailable { get; } = new(503, "keys-unavailable", "The token cannot be checked at the moment. Send it again in a minute.");

    public static Refusal MembersUnavailable { get; } = new(503, "members-unavailable", "Teams does not tell at the moment who is in the support team. Send it again in a minute.");

    public static Refusal BadToken(string reason) => new(
        403, reason, "The token is not valid here. Azure Bot Service signs it for this bot's app id, for the channel and the service URL that the activity names.");

    public static Refusal Forbidden(string reason, string detail) => new(403, reason, detail);

    public static Refusal BadActivity(string detail) => new(400, "bad-activity", detail);
}
