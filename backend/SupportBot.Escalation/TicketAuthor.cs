namespace SupportBot.Escalation;

/// <summary>Who did something, as a ticket's history writes it.</summary>
public static class TicketAuthor
{
    public const string Seller = "seller";
    public const string Bot = "bot";
    public const string System = "system";

    public static string Agent(string name) => $"agent:{name}";
}
