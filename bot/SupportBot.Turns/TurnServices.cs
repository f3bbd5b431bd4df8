using Microsoft.Extensions.DependencyInjection;
using SupportBot.Turns.Cases;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Conversations;
using SupportBot.Turns.Desk;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Sending;
using SupportBot.Turns.Support;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns;

public static class TurnServices
{
    /// <summary>Needs a <c>TimeProvider</c>, storage, and an <c>IReplyRenderer</c> keyed by each <c>ConversationChannel</c> in use. An <c>IOutboxWorker</c> is keyed by its kind.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<TranscriptSequences>()
        .AddSingleton<ConversationSignals>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<CommitQueue>()
        .AddHostedService(provider => provider.GetRequiredService<CommitQueue>())
        .AddSingleton<TurnRunner>()
        .AddHostedService(provider => provider.GetRequiredService<TurnRunner>())
        .AddSingleton<EventInbox>()
        .AddSingleton<ConversationDirectory>()
        .AddSingleton<Transcript>()
        .AddSingleton<ActivityReader>()
        .AddSingleton<EffectRunner>()
        .AddSingleton<DialogRun>()
        .AddSingleton<SellerTurn>()
        .AddDesk()
        .AddSingleton<ConversationTurns>()
        .AddCases()
        .AddOutbox();

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<TurnTickets>()
        .AddSingleton<TicketWatches>()
        .AddSingleton<TicketQueue>()
        .AddSingleton<TicketDelivery>()
        .AddSingleton<WaitingAnswers>()
        .AddSingleton<DeskTurn>()
        .AddSingleton<WatchTurn>()
        .AddSingleton<AgentDesk>();

    private static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddOptions<CaseOptions>().Validate(options => options.IsValid, CaseOptions.Requirement).ValidateOnStart();
        return services.AddSingleton<TurnCases>().AddSingleton<CaseConversations>();
    }

    private static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<OutboxQueue>()
            .AddSingleton<OutboxRun>()
            .AddSingleton<OutboxReader>()
            .AddSingleton<OutboxRevival>()
            .AddSingleton<SupportActions>()
            .AddKeyedSingleton<IOutboxWorker, SupportActionWorker>(SupportActionWorker.Kind)
            .AddKeyedSingleton<IOutboxWorker, SendSettlementWorker>(SendPayload.Kind)
            .AddHostedService<OutboxDispatcher>();
    }
}
