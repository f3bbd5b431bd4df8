namespace SupportBot.Language.Entities;

/// <summary>A marketplace named in a text.</summary>
/// <param name="Name">Canonical, such as <c>Amazon.de</c>; null for Amazon without a country.</param>
/// <param name="FirstWord">The index of its first word.</param>
/// <param name="EndWord">Behind its last word.</param>
/// <param name="SaidToWork">"eBay posts fine": it is not the one that the person complains of.</param>
internal sealed record MarketplaceMention(string? Name, int FirstWord, int EndWord, bool SaidToWork);
