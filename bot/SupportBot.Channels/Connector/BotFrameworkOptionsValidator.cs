using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SupportBot.Channels.Connector;

/// <summary>Stops the start when a setting would leave <c>/api/messages</c> open or the bot unable to answer.</summary>
internal sealed class BotFrameworkOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(BotFrameworkOptions options)
    {
        if (options.AllowUnauthenticated && !environment.IsDevelopment())
        {
            yield return "BotFramework:AllowUnauthenticated is true, but it lets anyone speak as any agent. It works only in the Development "
                + "environment: remove it and set BotFramework:AppId.";
        }

        if (!ServiceUrls.IsSecure(options.OpenIdMetadataUrl))
        {
            yield return "BotFramework:OpenIdMetadataUrl must be an absolute https address; http is for this machine only.";
        }

        if (!options.AuthorityHost.IsAbsoluteUri || options.AuthorityHost.Scheme != Uri.UriSchemeHttps)
        {
            yield return "BotFramework:AuthorityHost must be an absolute https address.";
        }

        if (new[] { options.ClientSecret.Length > 0, options.CertificatePath.Length > 0, options.ManagedIdentity }.Count(given => given) > 1)
        {
            yield return "BotFramework has several credentials. Set one of ClientSecret, CertificatePath and ManagedIdentity.";
        }

        if (options.HasCredential && options.AppId.Length == 0)
        {
            yield return "BotFramework has a credential but no AppId. Set BotFramework:AppId to the app id of the Azure bot.";
        }

        if (options.CertificatePath.Length > 0 && !HoldsPrivateKey(options))
        {
            yield return "BotFramework:CertificatePath must name a PKCS #12 file that holds a private key and opens with BotFramework:CertificatePassword.";
        }
    }

    private static bool HoldsPrivateKey(BotFrameworkOptions options)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);
            return certificate.HasPrivateKey;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
