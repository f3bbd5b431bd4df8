using System.Diagnostics.CodeAnalysis;

namespace SupportBot.Accounts.Accounting;

/// <summary>What a platform answered: a value or a failure, never both.</summary>
internal sealed class PlatformResult<T>
    where T : class
{
    private PlatformResult(T? value, PlatformFailure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }

    public PlatformFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    public static implicit operator PlatformResult<T>(T value) => new(value, null);

    public static implicit operator PlatformResult<T>(PlatformFailure failure) => new(null, failure);

    public PlatformResult<TOther> Then<TOther>(Func<T, PlatformResult<TOther>> next)
        where TOther : class => Succeeded ? next(Value) : Failure;
}
