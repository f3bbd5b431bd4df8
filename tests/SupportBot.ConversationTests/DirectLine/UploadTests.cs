using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

[Collection(DirectLineCollection.Name)]
public sealed class UploadTests(DirectLineHost host)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x01];
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("date,amount\n2026-03-01,£12.50\n");

    [Fact]
    public async Task Files_arrive_with_their_message_as_Web_Chat_sends_them()
    {
        var chat = await host.OpenAsync();

        var answer = await UploadAsync(chat, Activity("look at this", "c-1"), ("screen.png", "image/png", Png), ("export.csv", "application/vnd.ms-excel", Csv));

        Assert.Equal(200, answer.Status);
        var echo = Assert.Single(await chat.ReadOwnAsync());
        Assert.Equal(answer.Text("id"), (string?)echo["id"]);
        Assert.Equal("look at this", (string?)echo["text"]);
        Assert.Equal("c-1", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal([Png.Length, Csv.Length], echo["channelData"]!["attachmentSizes"]!.AsArray().Select(size => (int)size!));
        var attachments = echo["attachments"]!.AsArray();
        Assert.Equal(["image/png", "text/csv"], attachments.Select(a => (string)a!["contentType"]!));
        Assert.Equal(["screen.png", "export.csv"], attachments.Select(a => (string)a!["name"]!));
        Assert.All(attachments, a => Assert.StartsWith($"{host.Host.Address}v3/directline/files/", (string)a!["contentUrl"]!, StringComparison.Ordinal));
        Assert.All(attachments, a => Assert.Null(a!["thumbnailUrl"]));
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_and_cannot_do_harm()
    {
        var chat = await host.OpenAsync();
        await UploadAsync(chat, Activity(null), ("screen.png", "image/png", Png), ("Größe 1.csv", "text/csv", Csv));
        var attachments = Assert.Single(await chat.ReadOwnAsync())["attachments"]!.AsArray();

        using var picture = await host.Host.Http.GetAsync((string)attachments[0]!["contentUrl"]!);
        using var table = await host.Host.Http.GetAsync((string)attachments[1]!["contentUrl"]!);

        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal("inline", picture.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(Csv, await table.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", table.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Größe 1.csv", table.Content.Headers.ContentDisposition.FileNameStar);
        Assert.All([picture, table], response =>
        {
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_single_file_may_be_sent_as_it_is()
    {
        var chat = await host.OpenAsync();
        using var content = new ByteArrayContent(Png);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "raw.png" };

        var answer = await PostAsync(chat, content);

        Assert.Equal(200, answer.Status);
        Assert.Equal("raw.png", (string?)(await chat.EchoOfAsync(answer.Text("id")))["attachments"]![0]!["name"]);
    }

    [Fact]
    public async Task A_browser_writes_a_file_name_as_it_is()
    {
        var chat = await host.OpenAsync();
        using var content = new ByteArrayContent([
            .. Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Größe – März.png\"\r\nContent-Type: image/png\r\n\r\n"),
            .. Png,
            .. Encoding.UTF8.GetBytes("\r\n--b--\r\n")]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        var answer = await PostAsync(chat, content);

        Assert.Equal(200, answer.Status);
        Assert.Equal("Größe – März.png", (string?)(await chat.EchoOfAsync(answer.Text("id")))["attachments"]![0]!["name"]);
    }

    [Theory]
    [InlineData("picture.png", "image/png", "<html><script>alert(1)</script></html>")]
    [InlineData("drawing.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("notes.txt", "text/plain", "MZ\0\u0001\u0002")]
    [InlineData("sheet.csv", "text/csv", "PK\u0003\u0004")]
    public async Task A_file_is_judged_by_its_content_and_the_refusal_says_what_may_be_sent(string name, string claimed, string text)
    {
        var chat = await host.OpenAsync();

        var answer = await UploadAsync(chat, Activity("with text"), ("fine.png", "image/png", Png), (name, claimed, Encoding.UTF8.GetBytes(text)));

        answer.AssertRefused(415, "UnsupportedFile");
        Assert.Contains("PDF", answer.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(await chat.ReadOwnAsync());
    }

    [Fact]
    public async Task A_file_may_have_ten_megabytes_and_no_more()
    {
        var chat = await host.OpenAsync();
        var largest = new byte[10 * 1024 * 1024];
        Array.Fill(largest, (byte)'a');

        Assert.Equal(200, (await UploadAsync(chat, Activity(null), ("log.txt", "text/plain", largest))).Status);
        (await UploadAsync(chat, Activity(null), ("log.txt", "text/plain", [.. largest, (byte)'a']))).AssertRefused(413, "TooLarge");
        Assert.Single(await chat.ReadOwnAsync());
    }

    [Fact]
    public async Task Too_many_files_or_none_are_refused()
    {
        var chat = await host.OpenAsync();
        var six = Enumerable.Range(1, 6).Select(i => ($"{i}.png", "image/png", Png)).ToArray();

        (await UploadAsync(chat, Activity("six"), six)).AssertRefused(400, "BadArgument");
        (await UploadAsync(chat, Activity("none"))).AssertRefused(400, "BadArgument");
        (await UploadAsync(chat, Activity(null), ("empty.txt", "text/plain", []))).AssertRefused(400, "BadArgument");
        Assert.Empty(await chat.ReadOwnAsync());
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=b")]
    [InlineData("multipart/form-data; boundary=not-the-one-used")]
    public async Task A_broken_upload_is_refused(string contentType)
    {
        var chat = await host.OpenAsync();
        using var content = new StringContent("--b\r\nContent-Disposition: form-data; name=file; filename=x.png\r\n\r\nnever ends");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        (await PostAsync(chat, content)).AssertRefused(400, "BadArgument");
    }

    [Fact]
    public async Task An_activity_part_that_cannot_be_read_is_refused()
    {
        var chat = await host.OpenAsync();

        (await UploadAsync(chat, "{ \"type\": ", ("a.png", "image/png", Png))).AssertRefused(400, "BadArgument");
        (await UploadAsync(chat, new string(' ', 300_000), ("a.png", "image/png", Png))).AssertRefused(413, "TooLarge");
        (await UploadAsync(chat, """{ "type": "event", "name": "x" }""", ("a.png", "image/png", Png))).AssertRefused(400, "BadArgument");
    }

    [Fact]
    public async Task The_user_in_the_address_must_be_that_of_the_token()
    {
        var chat = await host.OpenAsync();
        using var mine = new ByteArrayContent(Png);
        using var foreign = new ByteArrayContent(Png);

        Assert.Equal(200, (await PostAsync(chat, mine, $"?userId={Uri.EscapeDataString(host.Ana.UserId)}")).Status);
        (await PostAsync(chat, foreign, "?userId=someone-else")).AssertRefused(400, "BadArgument");
    }

    [Fact]
    public async Task Nobody_uploads_into_the_conversation_of_another()
    {
        var chat = await host.OpenAsync(host.Ana);
        var foreign = await host.OpenAsync(host.Ben);

        (await UploadAsync(chat with { Token = foreign.Token }, Activity(null), ("a.png", "image/png", Png))).AssertRefused(403, "Forbidden");
    }

    [Fact]
    public async Task A_repeated_upload_gets_the_same_answer_and_changes_nothing()
    {
        var chat = await host.OpenAsync();

        var first = await UploadAsync(chat, Activity("once", "c-1"), ("a.png", "image/png", Png));
        var again = await UploadAsync(chat, Activity("once", "c-1"), ("a.png", "image/png", Png));

        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Single(await chat.ReadOwnAsync());
    }

    [Fact]
    public async Task An_unknown_file_is_not_found() =>
        (await host.GetAsync("files/no-such-file", null)).AssertRefused(404, "NotFound");

    private static string Activity(string? text, string? clientId = null) => new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["name"] = "believed.html", ["thumbnailUrl"] = "data:image/png;base64,AAAA" }),
        ["channelData"] = new JsonObject { ["clientActivityID"] = clientId, ["attachmentSizes"] = new JsonArray(999999) },
    }.ToJsonString();

    private static async Task<Answer> UploadAsync(Chat chat, string activity, params (string Name, string Type, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        var blob = new ByteArrayContent(Encoding.UTF8.GetBytes(activity));
        blob.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        content.Add(blob, "activity", "blob");
        foreach (var (name, type, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Add(file, "file", name);
        }

        return await PostAsync(chat, content);
    }

    private static Task<Answer> PostAsync(Chat chat, HttpContent content, string query = "") =>
        DirectLineHost.SendAsync(chat.Host, HttpMethod.Post, $"conversations/{chat.Id}/upload{query}", chat.Token, content);
}
