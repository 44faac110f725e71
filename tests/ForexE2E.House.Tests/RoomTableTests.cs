using System.Xml.Linq;

namespace ForexE2E.House.Tests;

/// <summary>The room table of docs/ARCHITECTURE.md is exact: it says what each project refers to, and nothing else.</summary>
public sealed class RoomTableTests
{
    private static readonly string[] BuildTimeOnly = ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Meziantou.Analyzer"];

    private static Dictionary<string, string[]> Table { get; } = ReadTable();

    private static string[] RoomNames { get; } = [.. Repository.Projects.Select(Repository.NameOf).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Rooms => [.. RoomNames];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_refers_to_exactly_the_rooms_the_table_names(string room)
    {
        string[] referenced = [.. Items(room, "ProjectReference").Select(r => Repository.NameOf(r.Replace('\\', '/'))).Order(StringComparer.Ordinal)];
        string[] all = [.. RoomNames.Where(r => r != room)];
        string[] allowed = Table[room].Contains("all rooms") ? all : [.. Table[room].Where(all.Contains)];

        Assert.Equal(allowed.Order(StringComparer.Ordinal), referenced);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_uses_only_the_packages_the_table_names(string room)
    {
        string[] strangers = [.. Items(room, "PackageReference")
            .Except(BuildTimeOnly)
            .Where(p => !Table[room].Any(allowed => p.StartsWith(allowed, StringComparison.OrdinalIgnoreCase)))];

        Assert.Empty(strangers);
    }

    [Fact]
    public void The_five_quiet_rooms_are_guarded_against_clocks_files_and_luck()
    {
        foreach (string room in new[] { "Domain", "Learning", "Optimization", "Strategy", "Backtesting" })
        {
            Assert.Equal("true", Document(room).Descendants("QuietRoom").SingleOrDefault()?.Value);
        }
    }

    private static XDocument Document(string room) => XDocument.Load(Repository.Projects.Single(p => Repository.NameOf(p) == room));

    private static IEnumerable<string> Items(string room, string kind) => Document(room).Descendants(kind).Select(e => e.Attribute("Include")!.Value);

    // Rows look like: | **Strategy** | what lives here | Domain, MathNet, OnnxRuntime |
    private static Dictionary<string, string[]> ReadTable() => File
        .ReadLines(Path.Combine(Repository.Root, "docs", "ARCHITECTURE.md"))
        .Where(line => line.StartsWith("| **", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split('|'))
        .ToDictionary(
            cells => cells[0].Replace("*", "", StringComparison.Ordinal).Trim(),
            cells => cells[^1].Split(',', StringSplitOptions.TrimEntries),
            StringComparer.Ordinal);
}
