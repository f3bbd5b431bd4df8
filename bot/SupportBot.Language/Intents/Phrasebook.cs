namespace SupportBot.Language.Intents;

/// <summary>What people say, by intent: the data that the recogniser learns from.</summary>
/// <param name="Exact">Whole answers that mean just one thing, such as "yep".</param>
internal sealed record IntentPhrases(string Intent, IReadOnlyList<string> Exact, IReadOnlyList<string> Phrases);

internal static class Phrasebook
{
    private const string Folder = "Intents.Phrases.";

    public static IReadOnlyList<IntentPhrases> Load() =>
    [
        .. Data.Names(Folder).Select(name =>
        {
            var lists = Data.Read(name).ToDictionary();
            return new IntentPhrases(
                name[Folder.Length..^".yaml".Length],
                lists.GetValueOrDefault("exact") ?? [],
                lists.GetValueOrDefault("phrases") ?? []);
        }),
    ];
}
