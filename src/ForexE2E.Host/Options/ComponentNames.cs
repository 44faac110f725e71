using System.Collections.Immutable;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Options;

/// <summary>Components as the command line and the documents spell them.</summary>
internal static class ComponentNames
{
    /// <summary>All names, in the order of the specification.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<Component>().Select(ToName)];

    /// <summary>
    /// What takes part unless the user says otherwise: all but the learned components. The shipped models know generated markets
    /// only, and asking them multiplies the time of a trial; naming a folder of models, or the components, brings them in.
    /// </summary>
    public static ImmutableArray<Component> Usual { get; } = [.. Enum.GetValues<Component>().Where(c => c is not (Component.Sssd or Component.Rl))];

    public static string ToName(this Component component) => component.ToString().ToLowerInvariant();

    /// <summary>Parses names separated by commas, or "none", or "all".</summary>
    /// <exception cref="FormatException">A name is unknown.</exception>
    public static ImmutableArray<Component> ParseList(string text) =>
        text.Trim() == "none" ? []
        : text.Trim() == "all" ? [.. Enum.GetValues<Component>()]
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse).Distinct().Order()];

    private static Component Parse(string name)
    {
        int index = All.IndexOf(name.ToLowerInvariant());
        return index >= 0 ? Enum.GetValues<Component>()[index] : throw new FormatException($"unknown component '{name}': must be of {string.Join(", ", All)}, or all, or none");
    }
}
