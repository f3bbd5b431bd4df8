namespace SupportBot.Turns;

internal enum LaneAnswer
{
    /// <summary>The caller must start working.</summary>
    Start,

    /// <summary>Someone works and will look again before ending.</summary>
    WillLookAgain,

    /// <summary>The work has just ended; ask for a new lane.</summary>
    Closed,
}

/// <summary>Makes sure that one conversation is worked off by one task at a time, and that no wake-up is lost.</summary>
internal sealed class Lane
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private State _state = State.New;

    private enum State
    {
        New,
        Working,
        AskedAgain,
        Closed,
    }

    public Task Finished => _finished.Task;

    public LaneAnswer Ask()
    {
        lock (_finished)
        {
            (_state, var answer) = _state switch
            {
                State.New => (State.Working, LaneAnswer.Start),
                State.Working or State.AskedAgain => (State.AskedAgain, LaneAnswer.WillLookAgain),
                _ => (State.Closed, LaneAnswer.Closed),
            };
            return answer;
        }
    }

    /// <summary>False when someone asked meanwhile: look again.</summary>
    public bool TryClose()
    {
        lock (_finished)
        {
            _state = _state == State.AskedAgain ? State.Working : State.Closed;
            return _state == State.Closed;
        }
    }

    public void Finish()
    {
        lock (_finished)
        {
            _state = State.Closed;
        }

        _finished.TrySetResult();
    }
}
