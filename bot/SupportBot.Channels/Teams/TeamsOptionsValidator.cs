using Microsoft.Extensions.Options;
using SupportBot.Channels.Connector;

namespace SupportBot.Channels.Teams;

internal sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options) =>
        options.ServiceUrl is null || ServiceUrls.IsSecure(options.ServiceUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Teams:ServiceUrl must be an absolute https address; http is for this machine only.");
}
