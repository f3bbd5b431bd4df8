using Microsoft.Extensions.Options;

namespace SupportBot.Escalation.Hours;

internal sealed class OpeningHoursOptionsValidator : IValidateOptions<OpeningHoursOptions>
{
    public ValidateOptionsResult Validate(string? name, OpeningHoursOptions options)
    {
        var problems = new List<string>();
        _ = OpeningHoursReader.Read(options, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
