using System.Net;
using RichardSzalay.MockHttp;
using SupportBot.Accounts.Accounting;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>What Xero and QuickBooks answer in the field, and what it means.</summary>
public sealed class PlatformClassificationTests
{
    private const string XeroProblem = """{"Type":null,"Title":"TITLE","Status":0,"Detail":"DETAIL","Instance":"1f0","Extensions":{}}""";

    private const string Gateway = """
        {"warnings":null,"intuitObject":null,"fault":{"error":[{"message":"message=NAME; errorCode=00CODE; statusCode=0","detail":null,"code":"CODE","element":null}],"type":"AUTHENTICATION"},"report":null}
        """;

    private const string Fault = """{"Fault":{"Error":[{"Message":"MESSAGE","Detail":"DETAIL","code":"CODE","element":""}],"type":"ValidationFault"},"time":"2026-03-20T09:00:00Z"}""";

    public static TheoryData<int, string, string> XeroAnswers() => new()
    {
        { 401, Problem("Unauthorized", "TokenExpired: token expired at 04/09/2023 05:16:59"), "TokenExpired" },
        { 401, Problem("Unauthorized", "TokenExpired: token expired").ToLowerInvariant(), "TokenExpired" },
        { 401, Problem("Unauthorized", "AuthenticationUnsuccessful"), "AuthorisationEnded" },
        { 401, "", "AuthorisationEnded" },
        { 401, Problem("Unauthorized", "AuthorizationUnsuccessful"), "PermissionRefused" },
        { 401, Problem("Unauthorized", "You are not permitted to access this resource without the reporting role or higher privileges"), "PermissionRefused" },
        { 403, Problem("Forbidden", "You are not permitted to access this resource without the reporting role or higher privileges"), "PermissionRefused" },
        { 403, Problem("Forbidden", "AuthenticationUnsuccessful"), "TenantNotConnected" },
        { 403, Problem("Forbidden", "AuthenticationUnsuccessful").Replace("Detail", "detail", StringComparison.Ordinal), "TenantNotConnected" },
        { 400, """{"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred","Elements":[{"ValidationErrors":[{"Message":"Account must be valid"}]}]}""", "Rejected" },
        { 404, """{"Title":"NotFound","Status":404,"Detail":"The resource you're looking for cannot be found"}""", "Rejected" },
        { 429, "", "RateLimited" },
        { 500, "", "Failing" },
        { 503, "Organisation is offline", "Offline" },
        { 503, "<html><body>Down for maintenance</body></html>", "Offline" },
        { 200, "<html><body>Sign in</body></html>", "Unreadable" },
        { 200, "{}", "Unreadable" },
    };

    public static TheoryData<int, string, string> QuickBooksAnswers() => new()
    {
        { 401, InGateway("AuthenticationFailed", "3200"), "TokenExpired" },
        { 401, InFault("General", "Error", "100"), "TokenExpired" },
        { 401, """<?xml version="1.0"?><IntuitResponse><Fault type="AUTHENTICATION"><Error code="3200"><Message>Token expired</Message></Error></Fault></IntuitResponse>""", "TokenExpired" },
        { 401, InFault("Authorization Failure", "-11014 You do not have access to this company", "120"), "PermissionRefused" },
        { 403, InGateway("ApplicationAuthorizationFailed", "3100"), "TenantNotConnected" },
        { 500, InGateway("AuthorizationFailed", "3100"), "TenantNotConnected" },
        { 429, InGateway("ThrottleExceeded", "3001"), "RateLimited" },
        { 403, InGateway("ThrottleExceeded", "3001"), "RateLimited" },
        { 429, "<html><body>Too many requests</body></html>", "RateLimited" },
        { 400, InFault("Invalid Company Status", "Subscription period has ended", "6190"), "SubscriptionEnded" },
        { 200, InFault("Invalid Company Status", "Subscription period has ended", "6190"), "SubscriptionEnded" },
        { 400, InFault("Error", "Contact support", "007001"), "SubscriptionEnded" },
        { 400, InFault("Invalid Reference Id", "Something you're trying to use has been made inactive", "2500"), "Rejected" },
        { 400, InFault("Object Not Found", "Something you're trying to use has been made inactive", "610"), "Rejected" },
        { 400, InFault("Stale Object Error", "You and another user are working on this at the same time", "5010"), "Rejected" },
        { 400, InFault("Stale Object Error", "The account period has closed and the account books cannot be updated through the QBO Services API", "5010"), "Rejected" },
        { 400, InFault("A business validation error has occurred", "Make sure all your transactions have a VAT rate before you save", "6000"), "Rejected" },
        { 400, InFault("Duplicate Document Number Error", "You must specify a different number. This number has already been used", "6140"), "Rejected" },
        { 400, InFault("Duplicate Document Number Error", "You must specify a different number. This number has already been used", "6210"), "Rejected" },
        { 400, InFault("Account Period Closed", "The account period has closed", "6210"), "Rejected" },
        { 400, InFault("Duplicate Name Exists Error", "The name supplied already exists", "6240"), "Rejected" },
        { 400, InFault("Unsupported Operation", "Operation is not supported", "500"), "Rejected" },
        { 401, InFault("AuthenticationFailed", "Token is malformed", "3200").ToLowerInvariant(), "TokenExpired" },
        { 429, """<?xml version="1.0"?><IntuitResponse><Fault type="THROTTLE"><Error code="3001"><Message>message=ThrottleExceeded; errorCode=003001; statusCode=429</Message></Error></Fault></IntuitResponse>""", "RateLimited" },
        { 403, """<?xml version="1.0"?><IntuitResponse><Fault type="AUTHORIZATION"><Error code="3100"><Message>message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403</Message></Error></Fault></IntuitResponse>""", "TenantNotConnected" },
        { 500, "<html><body>Our subscription pages are down too</body></html>", "Failing" },
        { 503, "<html><body>Service Unavailable</body></html>", "Offline" },
        { 200, "<html><body>Please sign in</body></html>", "Unreadable" },
        { 200, "{}", "Unreadable" },
    };

    [Theory]
    [MemberData(nameof(XeroAnswers))]
    public Task Xero_is_understood(int status, string body, string expected) => AssertClassifiedAsync("xero", status, body, expected);

    [Theory]
    [MemberData(nameof(QuickBooksAnswers))]
    public Task QuickBooks_is_understood(int status, string body, string expected) => AssertClassifiedAsync("quickbooks", status, body, expected);

    [Theory]
    [InlineData("xero", 400, """{"error":"invalid_grant"}""", "AuthorisationEnded")]
    [InlineData("xero", 400, """{"error":"invalid_client"}""", "Rejected")]
    [InlineData("xero", 503, "<html></html>", "Offline")]
    [InlineData("quickbooks", 400, """{"error":"invalid_grant","error_description":"Incorrect Token type or clientID"}""", "AuthorisationEnded")]
    [InlineData("quickbooks", 500, "", "Failing")]
    [InlineData("quickbooks", 200, "<html></html>", "Unreadable")]
    public async Task A_refused_refresh_is_understood_and_not_repeated(string platform, int status, string body, string expected)
    {
        using var clients = new PlatformClients();
        var asked = clients.Http.When(HttpMethod.Post, "*").Respond((HttpStatusCode)status, "application/json", body);
        var answer = await clients.Of(platform).RefreshAsync("spent", CancellationToken.None);
        Assert.Equal(expected, answer.Failure?.GetType().Name);
        Assert.Equal(1, clients.Http.GetMatchCount(asked));
    }

    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task How_long_to_wait_is_passed_on(string platform)
    {
        using var clients = new PlatformClients();
        clients.Http.When("*").Respond(_ => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "125" } } });
        var answer = await clients.Of(platform).ReadAccountsAsync("token", "tenant", CancellationToken.None);
        Assert.Equal(new PlatformFailure.RateLimited(TimeSpan.FromSeconds(125)), answer.Failure);
    }

    [Fact]
    public async Task QuickBooks_asks_for_a_minute_where_it_does_not_say()
    {
        using var clients = new PlatformClients();
        clients.Http.When("*").Respond(HttpStatusCode.TooManyRequests, "application/json", InGateway("ThrottleExceeded", "3001"));
        var answer = await clients.Of("quickbooks").ReadAccountsAsync("token", "realm", CancellationToken.None);
        Assert.Equal(new PlatformFailure.RateLimited(TimeSpan.FromSeconds(60)), answer.Failure);
    }

    [Theory]
    [InlineData("xero", """{"Accounts":[{"AccountID":"1","Code":"200","Name":"Sales","Status":"ACTIVE"}]}""")]
    [InlineData("quickbooks", """{"QueryResponse":{"Account":[{"Id":"7","Name":"Sales","AcctNum":"200","Active":true}]}}""")]
    public async Task A_read_is_tried_again_after_a_passing_fault(string platform, string body)
    {
        using var clients = new PlatformClients();
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.InternalServerError, HttpStatusCode.OK]);
        clients.Http.When("*").Respond(_ => answers.Dequeue() is var status && status == HttpStatusCode.OK
            ? new HttpResponseMessage(status) { Content = new StringContent(body) }
            : new HttpResponseMessage(status));
        var read = await clients.Of(platform).ReadAccountsAsync("token", "tenant", CancellationToken.None);
        Assert.Equal([new LedgerAccount("200", "Sales", true)], read.Value);
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_is_offline()
    {
        using var clients = new PlatformClients();
        clients.Http.When("*").Throw(new HttpRequestException("No such host"));
        var answer = await clients.Of("xero").ReadAccountsAsync("token", "tenant", CancellationToken.None);
        Assert.IsType<PlatformFailure.Offline>(answer.Failure);
    }

    [Fact]
    public async Task A_dropped_organisation_is_seen_in_the_list_of_connections()
    {
        using var clients = new PlatformClients();
        clients.Http.When("*/connections").Respond("application/json", """[{"id":"c","tenantId":"another","tenantType":"ORGANISATION","tenantName":"Other"}]""");
        clients.Http.When("*/Organisation").Respond("application/json", """{"Organisations":[{"Name":"Tidy Shelf Ltd"}]}""");
        var answer = await clients.Of("xero").ReadOrganisationAsync("token", "mine", CancellationToken.None);
        Assert.IsType<PlatformFailure.TenantNotConnected>(answer.Failure);
    }

    [Fact]
    public async Task Xero_gives_its_lock_date_in_its_own_way()
    {
        using var clients = new PlatformClients();
        clients.Http.When("*/connections").Respond("application/json", """[{"id":"c","tenantId":"mine"}]""");
        clients.Http.When("*/Organisation").WithHeaders("xero-tenant-id", "mine")
            .Respond("application/json", """{"Organisations":[{"Name":"Tidy Shelf Ltd","PeriodLockDate":"/Date(1391126400000+0000)/","EndOfYearLockDate":"/Date(1388448000000+0000)/"}]}""");
        var answer = await clients.Of("xero").ReadOrganisationAsync("token", "mine", CancellationToken.None);
        Assert.Equal(new PlatformOrganisation("Tidy Shelf Ltd", null, new DateOnly(2014, 1, 31)), answer.Value);
    }

    private static async Task AssertClassifiedAsync(string platform, int status, string body, string expected)
    {
        using var clients = new PlatformClients();
        clients.Http.When("*").Respond((HttpStatusCode)status, "application/json", body);
        var answer = platform == "xero"
            ? (await clients.Of(platform).ReadAccountsAsync("token", "tenant", CancellationToken.None)).Failure
            : (await clients.Of(platform).ReadOrganisationAsync("token", "realm", CancellationToken.None)).Failure;
        Assert.Equal(expected, answer?.GetType().Name);
    }

    private static string Problem(string title, string detail) =>
        XeroProblem.Replace("TITLE", title, StringComparison.Ordinal).Replace("DETAIL", detail, StringComparison.Ordinal);

    private static string InGateway(string name, string code) =>
        Gateway.Replace("NAME", name, StringComparison.Ordinal).Replace("CODE", code, StringComparison.Ordinal);

    private static string InFault(string message, string detail, string code) =>
        Fault.Replace("MESSAGE", message, StringComparison.Ordinal).Replace("DETAIL", detail, StringComparison.Ordinal).Replace("CODE", code, StringComparison.Ordinal);
}
