using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using SupportBot.Channels.WebChat.Files;
using SupportBot.Protocol.Activities;
using SupportBot.Turns.Conversations;

namespace SupportBot.Channels.WebChat.Activities;

/// <summary>
/// Writes lines of the transcript as an ActivitySet, without parsing what is already JSON. Each activity gets its place in
/// the conversation as <c>webchat:sequence-id</c>, so that Web Chat's order does not hang on timestamps, and its files the
/// address under which the reader reaches them.
/// </summary>
internal sealed class ActivitySetWriter(IBufferWriter<byte> output, string baseUrl)
{
    private const string FileAddress = "\"contentUrl\":\"" + CheckedFile.Path;
    private readonly string _fileAddress = $"\"contentUrl\":\"{JsonEncodedText.Encode(baseUrl)}{CheckedFile.Path}";
    private bool _any;

    private static ReadOnlySpan<byte> SequenceName => "webchat:sequence-id"u8;

    public void Begin()
    {
        _any = false;
        output.Write("{\"activities\":["u8);
    }

    public void Add(string activityJson, decimal sequence)
    {
        if (_any)
        {
            output.Write(","u8);
        }

        _any = true;
        if (activityJson.Contains(FileAddress, StringComparison.Ordinal))
        {
            activityJson = activityJson.Replace(FileAddress, _fileAddress, StringComparison.Ordinal);
        }

        var length = Encoding.UTF8.GetByteCount(activityJson);
        var utf8 = ArrayPool<byte>.Shared.Rent(length);
        Encoding.UTF8.GetBytes(activityJson, utf8);
        WriteWithSequence(utf8.AsSpan(0, length), sequence);
        ArrayPool<byte>.Shared.Return(utf8);
    }

    /// <param name="watermark">Null for what is not kept: then the reader stays where it is.</param>
    public void End(long? watermark)
    {
        if (watermark is { } sequence)
        {
            output.Write("],\"watermark\":\""u8);
            WriteNumber(sequence);
            output.Write("\"}"u8);
        }
        else
        {
            output.Write("]}"u8);
        }
    }

    /// <summary>Only the person's own events come back; the others are the product's notes to itself.</summary>
    public static bool IsForClient(TranscriptLine line) => line.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Typing => true,
        ActivityTypes.Event => Protocol.ActivityJson.Read(line.ActivityJson).From?.Role == "user",
        _ => false,
    };

    private void WriteWithSequence(ReadOnlySpan<byte> activity, decimal sequence)
    {
        var (position, form) = FindPlace(activity);
        output.Write(activity[..position]);
        switch (form)
        {
            case Place.InChannelData:
                WriteMember(sequence);
                output.Write(","u8);
                break;
            case Place.InEmptyChannelData:
                WriteMember(sequence);
                break;
            case Place.InActivity:
                output.Write("\"channelData\":{"u8);
                WriteMember(sequence);
                output.Write("},"u8);
                break;
            case Place.Nowhere:
                break;
        }

        output.Write(activity[position..]);
    }

    private static (int Position, Place Form) FindPlace(ReadOnlySpan<byte> activity)
    {
        var json = new Utf8JsonReader(activity);
        json.Read();
        var first = (int)json.BytesConsumed;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var found = json.ValueTextEquals("channelData"u8);
            json.Read();
            if (found)
            {
                return json.TokenType == JsonTokenType.StartObject ? FindPlaceInChannelData(ref json) : (first, Place.Nowhere);
            }

            json.Skip();
        }

        return (first, Place.InActivity);
    }

    /// <summary>A message that replaces an earlier one may bring that one's sequence, so as to keep its place.</summary>
    private static (int Position, Place Form) FindPlaceInChannelData(ref Utf8JsonReader json)
    {
        var position = (int)json.BytesConsumed;
        var place = Place.InEmptyChannelData;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals(SequenceName))
            {
                return (position, Place.Nowhere);
            }

            place = Place.InChannelData;
            json.Read();
            json.Skip();
        }

        return (position, place);
    }

    private void WriteMember(decimal sequence)
    {
        output.Write("\"webchat:sequence-id\":"u8);
        WriteNumber(sequence);
    }

    private void WriteNumber(decimal number)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(32), out var written);
        output.Advance(written);
    }

    private enum Place
    {
        InActivity,
        InChannelData,
        InEmptyChannelData,
        Nowhere,
    }
}
