using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Agents;

/// <summary>Stands where a question stood that has been answered.</summary>
public static class SettledQuestionCard
{
    public static AdaptiveCard Create(string words) =>
        new() { FallbackText = words, Speak = words, Body = [RichTextBlock.Of(TextRun.Plain(words))] };
}
