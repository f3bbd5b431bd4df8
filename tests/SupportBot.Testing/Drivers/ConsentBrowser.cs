using System.Net;
using System.Text.RegularExpressions;

namespace SupportBot.Testing.Drivers;

/// <summary>The tab in which a seller reconnects: opens the button's link, reads the platform's page, presses on it.</summary>
public sealed partial class ConsentBrowser : IDisposable
{
    private readonly CookieContainer _cookies;
    private readonly HttpClient _http;

    /// <param name="beside">Another tab of the same browser.</param>
    public ConsentBrowser(ConsentBrowser? beside = null)
    {
        _cookies = beside?._cookies ?? new CookieContainer();
        _http = new HttpClient(new HttpClientHandler { UseCookies = true, CookieContainer = _cookies });
    }

    /// <summary>The page shown last.</summary>
    public ConsentTab Tab { get; private set; } = new(new Uri("about:blank"), 0, "");

    /// <summary>Headers of <see cref="Tab"/>.</summary>
    public HttpResponseMessage? Answer { get; private set; }

    public async Task OpenAsync(Uri address)
    {
        Answer = await _http.GetAsync(address);
        await ShowAsync();
    }

    /// <summary>Presses a button of the page's form.</summary>
    /// <param name="organisation">Its place in the list, from 0.</param>
    public async Task DecideAsync(string decision, int organisation = 0)
    {
        var fields = Hidden().Matches(Tab.Html).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).ToList();
        fields.Add(new("organisation", WebUtility.HtmlDecode(Organisation().Matches(Tab.Html)[organisation].Groups[1].Value)));
        fields.Add(new("decision", decision));
        using var form = new FormUrlEncodedContent(fields);
        Answer = await _http.PostAsync(Tab.Address, form);
        await ShowAsync();
    }

    /// <summary>Opens the link and approves, declines, or chooses another organisation.</summary>
    /// <param name="choice"><c>approve</c>, <c>deny</c> or <c>other</c>.</param>
    public async Task ReconnectAsync(Uri address, string choice)
    {
        await OpenAsync(address);
        await DecideAsync(choice == "deny" ? "deny" : "approve", choice == "other" ? Organisation().Count(Tab.Html) - 1 : 0);
    }

    public void Dispose() => _http.Dispose();

    private async Task ShowAsync() =>
        Tab = new ConsentTab(Answer!.RequestMessage!.RequestUri!, (int)Answer.StatusCode, await Answer.Content.ReadAsStringAsync());

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"organisation\" value=\"([^\"]+)\"")]
    private static partial Regex Organisation();
}

/// <param name="Address">After all redirects.</param>
public sealed record ConsentTab(Uri Address, int Status, string Html);
