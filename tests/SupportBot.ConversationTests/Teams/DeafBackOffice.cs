using SupportBot.Accounts.BackOffice;

namespace SupportBot.ConversationTests.Teams;

/// <summary>A back office that never answers.</summary>
internal sealed class DeafBackOffice : IBackOffice
{
    public bool IsConfigured => true;

    public Task<BackOfficeResult> ReconnectChannelAsync(string sellerId, string channelName, CancellationToken cancellationToken) => NoAnswer();

    public Task<BackOfficeResult> RerunVatAsync(string sellerId, string settlementId, CancellationToken cancellationToken) => NoAnswer();

    public Task<BackOfficeResult> ResetSettlementAsync(string sellerId, string settlementId, CancellationToken cancellationToken) => NoAnswer();

    private static Task<BackOfficeResult> NoAnswer() => Task.FromException<BackOfficeResult>(new HttpRequestException("no answer"));
}
