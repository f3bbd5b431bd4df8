using SupportBot.Protocol.Activities;

namespace SupportBot.Protocol.Connector;

/// <summary>The answer to <c>POST /v3/conversations</c>.</summary>
/// <param name="Id">The new conversation; in a channel the thread.</param>
/// <param name="ActivityId">The first message.</param>
public sealed record ConversationResourceResponse(string? Id, string? ActivityId);

/// <summary>The answer to a posted or changed activity. Absent or empty where the channel only accepted it.</summary>
public sealed record PostedActivity(string? Id);

/// <param name="ContinuationToken">Asks for the next page; null or empty on the last.</param>
public sealed record PagedMembersResult(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken);

/// <summary>The response to a call with <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
