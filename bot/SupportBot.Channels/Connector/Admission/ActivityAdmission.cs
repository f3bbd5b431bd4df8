using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Requests;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Connector.Admission;

/// <summary>Decides whether a call to <c>/api/messages</c> gets in, by its token and by what its activity says of itself.</summary>
internal sealed class ActivityAdmission(
    ChannelTokens tokens, ServiceUrls serviceUrls, IOptions<BotFrameworkOptions> options, IHostEnvironment environment)
{
    private const string Scheme = "Bearer ";

    /// <summary>Longer ones would fit no column.</summary>
    private const int MaxIdLength = 200;

    private static readonly string[] ForwardingHeaders = ["X-Forwarded-For", "Forwarded", "X-Original-Host", "X-Forwarded-Host"];

    /// <summary>Before anything of the body is read.</summary>
    /// <returns>Neither for a caller that is let in without a token.</returns>
    public async ValueTask<(ChannelVoucher? Voucher, Refusal? Refusal)> CheckCallerAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var hasToken = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        if (MayComeWithoutToken(context) && !(hasToken && options.Value.AppId.Length > 0))
        {
            return (null, null);
        }

        return hasToken ? await tokens.CheckAsync(header[Scheme.Length..].Trim(), context.RequestAborted) : (null, Refusal.NoToken);
    }

    /// <param name="voucher">Null for a caller that was let in without a token.</param>
    public (AdmittedActivity? Admitted, Refusal? Refusal) Check(Activity activity, ChannelVoucher? voucher)
    {
        if (activity is not { Type.Length: > 0, ChannelId.Length: > 0, ServiceUrl.Length: > 0, Conversation.Id.Length: > 0 })
        {
            return (null, Refusal.BadActivity("The activity must have a type, a channelId, a serviceUrl and a conversation with an id."));
        }

        var channelData = ChannelData(activity);
        if (!IsStorable(activity, channelData))
        {
            return (null, Refusal.BadActivity(
                $"The ids of an activity have at most {MaxIdLength} characters, and no text in it holds U+0000 or half a character."));
        }

        if (voucher is not null && !voucher.Channels.Contains(activity.ChannelId, StringComparer.Ordinal))
        {
            return (null, Refusal.BadToken("endorsement"));
        }

        if (voucher is not null && !string.Equals(voucher.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.BadToken("service-url"));
        }

        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var serviceUrl)
            || !serviceUrls.Allows(serviceUrl)
            || (voucher is null && !serviceUrl.IsLoopback))
        {
            return (null, Refusal.Forbidden(
                "service-url-host", "The activity's serviceUrl is no address of the Connector. Add its host to BotFramework:ServiceUrlHosts if it is."));
        }

        return Tenant(activity, channelData) is { } tenant
            ? (new AdmittedActivity(activity, serviceUrl, tenant.Length == 0 ? null : tenant, channelData), null)
            : (null, Refusal.Forbidden("tenant", "The activity comes from a tenant that may not use this bot. Allowed tenants stand in BotFramework:TenantId."));
    }

    /// <summary>What no database keeps stops here.</summary>
    private static bool IsStorable(Activity activity, TeamsChannelData? channelData)
    {
        string?[] ids =
        [
            activity.Id, activity.ReplyToId, activity.ServiceUrl, activity.Conversation!.Id, activity.Conversation.TenantId,
            activity.From?.Id, activity.From?.AadObjectId, activity.Recipient?.Id,
            channelData?.Tenant?.Id, channelData?.Team?.Id, channelData?.Channel?.Id, channelData?.Settings?.SelectedChannel?.Id,
        ];
        JsonElement?[] json = [activity.Value, activity.ChannelData, activity.Entities];
        return ids.All(id => id is null || (id.Length <= MaxIdLength && !id.Contains('\0')))
            && json.All(element => element is null || JsonText.IsWellFormed(element.Value));
    }

    /// <summary>
    /// Only on a developer's own machine, and only when said so. A tunnel or proxy also calls from this machine, but for someone else.
    /// </summary>
    private bool MayComeWithoutToken(HttpContext context) =>
        options.Value.AllowUnauthenticated
        && environment.IsDevelopment()
        && context.Connection.RemoteIpAddress is { } caller
        && IPAddress.IsLoopback(caller)
        && !ForwardingHeaders.Any(context.Request.Headers.ContainsKey);

    /// <summary>Empty where a channel knows no tenants; null when it is not an allowed one, or the activity contradicts itself.</summary>
    private string? Tenant(Activity activity, TeamsChannelData? channelData)
    {
        var (ofConversation, ofChannel) = (activity.Conversation!.TenantId, channelData?.Tenant?.Id);
        if (ofConversation is not null && ofChannel is not null && !IsSame(ofConversation, ofChannel))
        {
            return null;
        }

        var tenant = ofConversation ?? ofChannel ?? "";
        if (tenant.Length == 0)
        {
            return activity.ChannelId == ChannelIds.Teams ? null : "";
        }

        var allowed = options.Value.Tenants;
        return allowed.Count == 0 || allowed.Any(one => IsSame(one, tenant)) ? tenant : null;
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Other channels' data has other shapes.</summary>
    private static TeamsChannelData? ChannelData(Activity activity)
    {
        try
        {
            return activity is { ChannelId: ChannelIds.Teams, ChannelData: { ValueKind: JsonValueKind.Object } data }
                ? data.Deserialize(ConnectorJson.Default.TeamsChannelData)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
