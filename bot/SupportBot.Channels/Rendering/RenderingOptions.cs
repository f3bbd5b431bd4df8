namespace SupportBot.Channels.Rendering;

/// <summary>What rendering needs to know of its surroundings.</summary>
public sealed record RenderingOptions
{
    /// <summary>
    /// Where people reach this host, such as <c>https://support.example.com</c>. Links in cards must be absolute: the chat
    /// may stand on another site's page, and what is said is kept and shown again elsewhere. Unset: cards carry no links.
    /// </summary>
    public Uri? PublicUrl { get; set; }
}
