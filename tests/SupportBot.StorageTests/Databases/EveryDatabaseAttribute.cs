using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace SupportBot.StorageTests.Databases;

/// <summary>
/// Runs a test with one parameter, the <see cref="Provider"/>, on each of them. A provider that is absent appears as
/// skipped with the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SupportBot.StorageTests.Databases.EveryDatabaseDiscoverer", "SupportBot.StorageTests")]
public sealed class EveryDatabaseAttribute : FactAttribute;

public sealed class EveryDatabaseDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var displayOptions = discoveryOptions.MethodDisplayOptionsOrDefault();
        foreach (var provider in Enum.GetValues<Provider>())
        {
            yield return Providers.WhySkipped(provider) is { } reason
                ? new XunitSkippedDataRowTestCase(diagnostics, display, displayOptions, testMethod, reason, [provider])
                : new XunitTestCase(diagnostics, display, displayOptions, testMethod, [provider]);
        }
    }
}
