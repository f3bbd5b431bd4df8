using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SupportBot.Host.SupportApi;

/// <summary>The key of the support API: the configured one, or in Development one of this start's own.</summary>
internal sealed partial class ApiKey
{
    private readonly byte[]? _hash;

    public ApiKey(IOptions<SupportApiOptions> options, IHostEnvironment environment, ILogger<ApiKey> logger)
    {
        var key = options.Value.ApiKey;
        if (string.IsNullOrWhiteSpace(key) && environment.IsDevelopment())
        {
            key = RandomNumberGenerator.GetHexString(32, lowercase: true);
            LogDevelopmentKey(logger, key);
        }

        _hash = string.IsNullOrWhiteSpace(key) ? null : Hash(key);
    }

    public bool IsSet => _hash is not null;

    /// <summary>Takes the same time whatever is sent, its length included.</summary>
    public bool Fits(string sent) => _hash is not null && CryptographicOperations.FixedTimeEquals(Hash(sent), _hash);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    [LoggerMessage(Level = LogLevel.Information, Message = "Support__ApiKey is not set. For this start the support API takes the header X-Api-Key: {Key}")]
    private static partial void LogDevelopmentKey(ILogger logger, string key);
}
