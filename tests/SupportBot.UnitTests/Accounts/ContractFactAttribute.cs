using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>A test that reads the contract's own files, which lie beside the repository and may be absent.</summary>
internal sealed class ContractFactAttribute : FactAttribute
{
    public ContractFactAttribute()
    {
        if (Find("contract.md") is null)
        {
            Skip = "the contract's files (../shared/contract) are not here";
        }
    }

    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "contract", name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
