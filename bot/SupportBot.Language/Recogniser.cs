using SupportBot.Language.Entities;
using SupportBot.Language.Intents;
using SupportBot.Language.Text;

namespace SupportBot.Language;

/// <summary>
/// Understands what sellers write, without asking anybody: it learns its intents from the embedded phrases when it reads the
/// first text of the process (some tenths of a second), and then reads a message in well under a millisecond. Safe for
/// concurrent use.
/// </summary>
public sealed class Recogniser
{
    // What is learnt hangs on the embedded phrases alone.
    private static readonly Lazy<IntentReader> s_intents = new(() => new IntentReader());

    private readonly EntityReader _entities = new();
    private readonly ErrorTextReader _errors = new();

    /// <param name="text">Of longer texts the first 4,000 characters are read.</param>
    public Understanding Understand(string text, UtteranceContext context)
    {
        var utterance = Utterance.Of(text);
        var error = _errors.Find(utterance.Text);
        var entities = _entities.Read(utterance, error, context, out var dates);
        var neutral = Placeholders.In(utterance.Text, dates, entities.SettlementId);
        var ranked = s_intents.Value.Read(utterance, neutral, error);
        return new Understanding(ranked[0].Intent, ranked[0].Confidence, [.. ranked.Skip(1)], entities, context.Locale);
    }
}
