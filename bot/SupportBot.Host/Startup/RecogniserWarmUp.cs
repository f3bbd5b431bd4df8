using SupportBot.Language;

namespace SupportBot.Host.Startup;

/// <summary>Lets the recogniser learn beside the start, so that nobody's first message waits for it.</summary>
internal sealed class RecogniserWarmUp(Recogniser recogniser, TimeProvider clock) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => recogniser.Understand("hello", new UtteranceContext(clock.GetUtcNow(), "en-GB", [])), stoppingToken);
}
