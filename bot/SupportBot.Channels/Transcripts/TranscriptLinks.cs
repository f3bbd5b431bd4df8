using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Rendering;

namespace SupportBot.Channels.Transcripts;

/// <summary>
/// Links to the page with a conversation, as the seller saw it. A link carries which one, encrypted: whoever has it may read that
/// conversation for as long as it lasts, and nothing else.
/// </summary>
public sealed class TranscriptLinks(IDataProtectionProvider protection, IOptions<RenderingOptions> rendering)
{
    /// <summary>Below the product's own address; the link's token follows.</summary>
    public const string Path = "/transcripts/";

    private const string Purpose = "SupportBot.Channels.TranscriptLinks";

    /// <summary>By real time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();

    /// <summary>A new link; null where it is not known under which address people reach this host.</summary>
    public Uri? For(string conversationId) =>
        rendering.Value.PublicUrl is { } address ? new Uri(address, Path + protector.Protect(conversationId, Lifetime)) : null;

    /// <summary>Whose conversation it is; null for what is no link of ours, or one that is too old.</summary>
    public string? Read(string token)
    {
        try
        {
            return protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
