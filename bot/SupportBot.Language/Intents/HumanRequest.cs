using SupportBot.Language.Text;

namespace SupportBot.Language.Intents;

/// <summary>
/// Recognises that somebody asks for a person. A rule and not left to the statistics: whoever asks for a person must
/// get one, whatever else the message says.
/// </summary>
internal sealed class HumanRequest
{
    private const int ShortMessage = 4;
    private const int Near = 7;

    private readonly WordingSet _staff;
    private readonly WordingSet _anyone;
    private readonly WordingSet _talk;
    private readonly WordingSet _ask;
    private readonly WordingSet _always;
    private readonly WordingSet _declined;
    private readonly WordingSet _reported;

    public HumanRequest()
    {
        var lists = Data.Read("Intents.people.yaml").ToDictionary();
        _staff = new WordingSet(lists["staff"]);
        _anyone = new WordingSet(lists["anyone"]);
        _talk = new WordingSet(lists["talk"]);
        _ask = new WordingSet(lists["ask"]);
        _always = new WordingSet(lists["always"]);
        _declined = new WordingSet(lists["declined"]);
        _reported = new WordingSet(lists["reported"]);
    }

    /// <param name="sentence">One sentence: words of two sentences do not belong together.</param>
    public bool IsIn(IReadOnlyList<string> sentence)
    {
        if (_declined.IsIn(sentence))
        {
            return false;
        }

        if (Follows(sentence, _ask, _staff))
        {
            return true;
        }

        // "It says contact support" tells what was read, not what is wanted.
        return !_reported.IsIn(sentence)
            && (_always.IsIn(sentence)
                || (sentence.Count <= ShortMessage && _staff.IsIn(sentence))
                || Follows(sentence, _talk, _staff)
                || Follows(sentence, _talk, _anyone));
    }

    private static bool Follows(IReadOnlyList<string> sentence, WordingSet first, WordingSet second)
    {
        foreach (var (_, end) in first.Find(sentence))
        {
            if (second.Find(sentence).Any(s => s.Start >= end && s.Start - end < Near))
            {
                return true;
            }
        }

        return false;
    }
}
