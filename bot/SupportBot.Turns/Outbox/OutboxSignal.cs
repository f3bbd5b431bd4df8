namespace SupportBot.Turns.Outbox;

/// <summary>Wakes the dispatcher of this process. Blind to other nodes and to due times, so the dispatcher also looks by itself.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>Cheap, and harmless when there is nothing to do.</summary>
    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been woken and has not looked yet: that look will see this too.
        }
    }

    /// <summary>Returns when woken, or after the given real time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _woken.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _woken.Dispose();
}
