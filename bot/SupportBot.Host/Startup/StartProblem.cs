using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using SupportBot.Accounts.Snapshots;
using SupportBot.Host.Security;
using SupportBot.Host.Storage;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Host.Startup;

/// <summary>What whoever starts the product should change, without a stack trace; null for anything unforeseen.</summary>
internal static class StartProblem
{
    public static string? Describe(Exception exception) => exception switch
    {
        StorageStartException or CertificateStartException or ListenAddressException or DemoSettingsException or SnapshotException or ArticleFormatException => exception.Message,
        OptionsValidationException problem => string.Join(Environment.NewLine, problem.Failures),
        AggregateException several when several.InnerExceptions.All(e => Describe(e) is not null) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(Describe).Distinct()),
        InvalidOperationException { InnerException: FormatException or ArgumentException } unreadable => unreadable.Message,
        IOException { InnerException: AddressInUseException } => exception.Message,
        _ => null,
    };
}
