using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;

namespace SupportBot.Host.Startup;

/// <summary>Keys that Development makes for itself where none is configured, kept so that a restart does not end open chats.</summary>
internal sealed class InstallationKeys(IDbContextFactory<SupportDbContext> contexts)
{
    public const string WebChatSigningKey = "web-chat-signing-key";

    private readonly Dictionary<string, string> _keys = [];

    public string this[string name] => _keys[name];

    /// <summary>Reads the key, or makes it. Called before anything listens.</summary>
    public async Task EnsureAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var key = await db.InstallationKeys.FirstOrDefaultAsync(k => k.Name == name, cancellationToken);
        if (key is null)
        {
            key = new InstallationKey { Name = name, Value = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) };
            db.InstallationKeys.Add(key);
#pragma warning disable RS0030 // No turn runs yet.
            await db.SaveChangesAsync(cancellationToken);
#pragma warning restore RS0030
        }

        _keys[name] = key.Value;
    }
}
