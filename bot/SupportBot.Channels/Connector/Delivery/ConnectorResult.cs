using System.Diagnostics.CodeAnalysis;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>What the Connector answered: a value or a failure, never both.</summary>
public sealed class ConnectorResult<T>
    where T : class
{
    private ConnectorResult(T? value, ConnectorFailure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }

    public ConnectorFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    public static implicit operator ConnectorResult<T>(T value) => new(value, null);

    public static implicit operator ConnectorResult<T>(ConnectorFailure failure) => new(null, failure);
}
