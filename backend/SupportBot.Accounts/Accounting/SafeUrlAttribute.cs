using System.ComponentModel.DataAnnotations;

namespace SupportBot.Accounts.Accounting;

/// <summary>An address to which tokens and secrets may go: https, or plain http that does not leave this machine. Null is valid.</summary>
internal sealed class SafeUrlAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string text => Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)),
        _ => false,
    };

    public override string FormatErrorMessage(string name) =>
        $"{name} must be an https address. Tokens and secrets go there, so plain http is taken only for this machine itself, such as http://localhost:5000.";
}
