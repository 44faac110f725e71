using System.Reflection;

namespace ForexE2E.House.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    public static IEnumerable<string> Projects => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories);

    /// <summary>Source files of a room, without what the build wrote.</summary>
    public static IEnumerable<string> SourcesBelow(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    public static string NameOf(string project) => Path.GetFileNameWithoutExtension(project)["ForexE2E.".Length..];
}
