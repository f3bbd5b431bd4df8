using System.Text.Json;
using SupportBot.Accounts.Snapshots;
using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class ContractExampleTests
{
    [ContractFact]
    public async Task Five_steps_give_exactly_the_expected_diagnoses()
    {
        var file = ContractFactAttribute.Find("examples/five-steps.json")!;
        await using var host = await AccountsHost.StartAsync(SnapshotReader.Read(file));
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        foreach (var expected in document.RootElement.GetProperty("expected").EnumerateArray())
        {
            var diagnosis = await host.DiagnoseAsync(seller: expected.GetProperty("seller").GetString()!);
            AssertMatches(expected, diagnosis);
        }
    }

    private static void AssertMatches(JsonElement expected, Diagnosis diagnosis)
    {
        Assert.Equal(expected.GetProperty("rootCause").GetString(), diagnosis.RootCause);
        Assert.Equal(expected.GetProperty("settlementId").GetString(), diagnosis.SettlementId);
        var root = JsonSerializer.SerializeToElement(diagnosis.Root, JsonSerializerOptions.Web);
        foreach (var property in expected.EnumerateObject().Where(p => p.Name is not ("seller" or "rootCause" or "ticket")))
        {
            Assert.True(JsonElement.DeepEquals(property.Value, root.GetProperty(property.Name)), $"{diagnosis.SellerId}: {property.Name} is {root.GetProperty(property.Name)}");
        }
    }
}
