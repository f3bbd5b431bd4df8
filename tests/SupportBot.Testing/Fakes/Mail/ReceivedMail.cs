using System.Text;
using System.Text.RegularExpressions;

namespace SupportBot.Testing.Fakes.Mail;

/// <summary>A message as whoever receives it reads it: RFC 5322 headers with RFC 2047 words, and a text in base64.</summary>
/// <param name="From">Of the envelope; of a file, where there is none, null.</param>
/// <param name="Headers">Unfolded and decoded.</param>
public sealed partial record ReceivedMail(string? From, string? To, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public string Subject => Headers["Subject"];

    /// <param name="content">As it went over the wire, one character a byte.</param>
    public static ReceivedMail Read(string content, string? from = null, string? to = null)
    {
        var parts = content.Split("\r\n\r\n", 2);
        var headers = parts[0].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n")
            .Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => Decode(line[1]), StringComparer.OrdinalIgnoreCase);
        if (headers["Content-Transfer-Encoding"] != "base64" || headers["Content-Type"] != "text/plain; charset=utf-8")
        {
            throw new NotSupportedException($"A message in {headers["Content-Type"]}, {headers["Content-Transfer-Encoding"]}.");
        }

        return new ReceivedMail(from, to, headers, Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])));
    }

    public static ReceivedMail ReadFile(string path) => Read(File.ReadAllText(path, Encoding.Latin1));

    private static string Decode(string value) => EncodedWord().Replace(
        BetweenWords().Replace(value, "?==?"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    /// <summary>Space between two encoded words belongs to neither.</summary>
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
