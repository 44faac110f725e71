using System.Text.RegularExpressions;

namespace ForexE2E.House.Tests;

/// <summary>What a newcomer may rely on when looking for something.</summary>
public sealed partial class LayoutTests
{
    private const int LongestFile = 300;

    [Fact]
    public void No_file_is_longer_than_a_person_reads_at_once()
    {
        string[] long_ = [.. new[] { "src", "tests", "bench" }
            .SelectMany(Repository.SourcesBelow)
            .Select(f => (File: Path.GetRelativePath(Repository.Root, f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > LongestFile)
            .Select(f => $"{f.File}: {f.Lines} lines")];

        Assert.Empty(long_);
    }

    [Fact]
    public void A_file_declares_one_public_type_and_bears_its_name()
    {
        string[] crowded = [.. Repository.SourcesBelow("src")
            .Select(f => (File: Path.GetRelativePath(Repository.Root, f), Types: PublicType().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value).ToArray()))
            .Where(f => f.Types.Length > 1 || (f.Types.Length == 1 && f.Types[0] != Path.GetFileNameWithoutExtension(f.File)))
            .Select(f => $"{f.File}: {string.Join(", ", f.Types)}")];

        Assert.Empty(crowded);
    }

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        string[] silent = [.. Repository.SourcesBelow("src")
            .Where(f => PublicType().Match(File.ReadAllText(f)) is { Success: true } match && !IsDocumented(File.ReadAllText(f), match.Index))
            .Select(f => Path.GetRelativePath(Repository.Root, f))];

        Assert.Empty(silent);
    }

    [Fact]
    public void The_folders_of_a_room_depend_on_each_other_without_circles()
    {
        foreach (string project in Repository.Projects)
        {
            Assert.Empty(CirclesIn(project));
        }
    }

    private static bool IsDocumented(string text, int declaration)
    {
        string[] above = text[..declaration].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return above.Reverse().SkipWhile(line => line.StartsWith('[')).FirstOrDefault()?.StartsWith("///", StringComparison.Ordinal) == true;
    }

    private static IEnumerable<string> CirclesIn(string project)
    {
        string room = Path.GetDirectoryName(project)!;
        string prefix = Path.GetFileNameWithoutExtension(project) + ".";
        Dictionary<string, HashSet<string>> uses = [];
        foreach (string file in Repository.SourcesBelow(Path.GetRelativePath(Repository.Root, room)))
        {
            string folder = Path.GetRelativePath(room, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar)[0];
            HashSet<string> used = uses.TryGetValue(folder, out HashSet<string>? known) ? known : uses[folder] = [];
            used.UnionWith(Using().Matches(File.ReadAllText(file))
                .Select(m => m.Groups["name"].Value)
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Select(n => n[prefix.Length..].Split('.')[0])
                .Where(n => n != folder));
        }

        return uses.Keys.Where(folder => Reaches(uses, folder, folder, [])).Select(folder => $"{prefix}{folder} reaches itself");
    }

    private static bool Reaches(Dictionary<string, HashSet<string>> uses, string from, string goal, HashSet<string> seen) =>
        uses.TryGetValue(from, out HashSet<string>? next)
        && next.Any(n => n == goal || (seen.Add(n) && Reaches(uses, n, goal, seen)));

    [GeneratedRegex(@"^public (?:static |sealed |abstract |readonly |partial |unsafe )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^using (?:static )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
