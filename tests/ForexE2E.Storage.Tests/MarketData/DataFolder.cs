using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.MarketData;

/// <summary>The folder with real data that <c>FOREXE2E_DATA</c> names; tests that want it skip loudly without.</summary>
internal static class DataFolder
{
    /// <summary>The path of a file in the folder; null, and said so, when there is no such folder or file.</summary>
    public static string? Find(string name, ITestOutputHelper output)
    {
        string? folder = Environment.GetEnvironmentVariable("FOREXE2E_DATA");
        if (string.IsNullOrEmpty(folder))
        {
            output.WriteLine("SKIPPED: FOREXE2E_DATA is not set");
            return null;
        }

        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            output.WriteLine($"SKIPPED: {path} does not exist");
            return null;
        }

        return path;
    }
}
