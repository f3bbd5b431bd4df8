namespace SupportBot.Cards.Facts;

/// <param name="SeenAt">Only where it differs from when the account was checked.</param>
public sealed record EvidenceLine(string Fact, string? SeenAt)
{
    public string AsText => SeenAt is null ? Fact : $"{Fact} ({SeenAt})";
}
