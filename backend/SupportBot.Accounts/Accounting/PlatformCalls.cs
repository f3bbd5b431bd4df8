using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>Calls with a connection's token: an expired one is renewed silently, once.</summary>
internal static class PlatformCalls
{
    public static async Task<PlatformResult<T>> AskAsync<T>(
        this ConnectionTokens tokens, BookkeepingConnection connection, Func<string, CancellationToken, Task<PlatformResult<T>>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var token = await tokens.GetAsync(connection, cancellationToken).ConfigureAwait(false);
        if (!token.Succeeded)
        {
            return token.Failure;
        }

        var answer = await ask(token.Value, cancellationToken).ConfigureAwait(false);
        if (answer.Failure is not PlatformFailure.TokenExpired)
        {
            return answer;
        }

        var renewed = await tokens.RenewAsync(connection, token.Value, cancellationToken).ConfigureAwait(false);
        if (!renewed.Succeeded)
        {
            return renewed.Failure;
        }

        var second = await ask(renewed.Value, cancellationToken).ConfigureAwait(false);
        return second.Failure is PlatformFailure.TokenExpired ? new PlatformFailure.AuthorisationEnded() : second;
    }
}
