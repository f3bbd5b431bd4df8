namespace SupportBot.Channels.Connector.Delivery;

/// <summary>Carries a failure out of the HTTP handlers, where only exceptions can end a call that is not to be made.</summary>
internal sealed class ConnectorRefusalException(ConnectorFailure failure) : Exception(failure.Code)
{
    public ConnectorFailure Failure { get; } = failure;
}
