namespace SupportBot.Host.Storage;

/// <summary>The product cannot start on this database; the message tells what to change.</summary>
internal sealed class StorageStartException(string message, Exception? innerException = null)
    : Exception(message, innerException);
