using System.Security.Cryptography;

namespace SupportBot.Escalation;

/// <summary>References such as <c>LMB-7K2Q</c>: short enough to read out, random enough not to be guessed from another one.</summary>
internal static class TicketReference
{
    // Nothing that is mistaken for something else (0 O, 1 I L), and no vowels, so that no words come out.
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private const int ShortestLength = 4;
    private const int LongestLength = 12;

    /// <param name="attempt">1 for the first try; every further one, after a collision, is a character longer.</param>
    public static string Create(int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(attempt);
        var length = Math.Min(ShortestLength + attempt - 1, LongestLength);
        return "LMB-" + RandomNumberGenerator.GetString(Alphabet, length);
    }
}
