using SupportBot.Protocol.Activities;

namespace SupportBot.Turns.Tickets;

/// <summary>What a seller adds to a case, as it goes into the thread.</summary>
internal static class SellerPost
{
    /// <param name="note">What happened, in words, where the seller wrote none.</param>
    public static TicketPost Of(string reference, string note, TurnWork work) => work.Arrived is { Type: ActivityTypes.Message, From.Role: "user" } message && (!string.IsNullOrWhiteSpace(message.Text) || message.Attachments is { Count: > 0 })
        ? new TicketPost
        {
            Reference = reference,
            Author = work.Profile.UserName ?? work.Profile.SellerName,
            Text = message.Text ?? "",
            Files = [.. (message.Attachments ?? []).Where(IsFile).Select(file => new PostedFile(file.Name ?? "file", file.ContentType ?? "", file.ContentUrl!))],
        }
        : new TicketPost { Reference = reference, Text = note };

    private static bool IsFile(Attachment attachment) => attachment.ContentUrl is not null;
}
