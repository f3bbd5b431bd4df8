using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>How the bot proves to Entra who it is.</summary>
/// <param name="Token">Null when no credential is configured.</param>
internal sealed record BotCredential(TokenCredential? Token)
{
    /// <summary>The authority of bots that serve many tenants, which Azure no longer creates.</summary>
    private const string MultiTenant = "botframework.com";

    public static BotCredential Of(BotFrameworkOptions options)
    {
        var tenant = options.Tenants.Count > 0 ? options.Tenants[0] : MultiTenant;
        return new BotCredential(options switch
        {
            { ManagedIdentity: true } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.AppId)),
            { ClientSecret.Length: > 0 } => new ClientSecretCredential(
                tenant, options.AppId, options.ClientSecret, new ClientSecretCredentialOptions { AuthorityHost = options.AuthorityHost }),
            { CertificatePath.Length: > 0 } => new ClientCertificateCredential(
                tenant,
                options.AppId,
                X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword),
                new ClientCertificateCredentialOptions { AuthorityHost = options.AuthorityHost }),
            _ => null,
        });
    }
}
