using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportBot.Storage;

namespace SupportBot.Host.Security;

/// <summary>Encryption of secrets at rest: keys in the database, themselves encrypted where a certificate is configured.</summary>
internal static class DataProtectionSetup
{
    /// <exception cref="CertificateStartException">The configured certificate cannot be read, or has no private key.</exception>
    public static void AddProtection(this IHostApplicationBuilder builder)
    {
        // The name keeps the keys apart from those of other programs, and the same on every node whatever folder it runs in.
        var protection = builder.Services.AddDataProtection().SetApplicationName("SupportBot");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new ProtectionKeys(services.GetRequiredService<IDbContextFactory<SupportDbContext>>())));

        if (builder.Configuration["DataProtection:CertificatePath"] is { Length: > 0 } path)
        {
            protection.ProtectKeysWithCertificate(Read(path, builder.Configuration["DataProtection:CertificatePassword"]));
        }
        else if (builder.Environment.IsDevelopment())
        {
            // It warns of keys that lie unencrypted, which for invented accounts is no news.
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        }
    }

    /// <summary>Later it would be made when first needed, perhaps while a transaction holds SQLite's only write lock and waits for it.</summary>
    public static void MakeFirstKey(this IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(DataProtectionSetup)).Protect([]);

    private static X509Certificate2 Read(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey
                ? certificate
                : throw new CertificateStartException("DataProtection:CertificatePath has no private key, so what it encrypts could not be read again.");
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CertificateStartException(
                "DataProtection:CertificatePath cannot be read as a PKCS #12 file (.pfx). Check the path and DataProtection:CertificatePassword.", exception);
        }
    }
}

internal sealed class CertificateStartException(string message, Exception? inner = null) : Exception(message, inner);
