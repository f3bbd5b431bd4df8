using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace SupportBot.ConversationTests.SupportApi;

/// <summary>Reads the key out of the log, as a developer would.</summary>
internal sealed partial class KeyLog : ILoggerProvider, ILogger
{
    private string? _key;

    public string Key => _key ?? throw new InvalidOperationException("The log shows no key.");

    public void AddTo(WebApplicationBuilder builder) => builder.Logging.AddProvider(this);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (Printed().Match(formatter(state, exception)) is { Success: true } printed)
        {
            _key = printed.Groups["key"].Value;
        }
    }

    public void Dispose()
    {
    }

    [GeneratedRegex("X-Api-Key: (?<key>[0-9a-f]{32})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();
}
