using System.Reflection;

namespace ForexE2E.Host.Composition;

/// <summary>Version and commit of this program.</summary>
internal static class ProgramVersion
{
    /// <summary>Such as 0.1.0+20d066d...; the part after the plus is the commit it was built from.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
