using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ForexE2E.Domain.Parameters;

/// <summary>Parameter definitions in a fixed order, found by name or position.</summary>
public sealed class ParameterList : IReadOnlyList<ParameterDefinition>
{
    private readonly ImmutableArray<ParameterDefinition> _definitions;
    private readonly FrozenDictionary<string, int> _indexByName;

    /// <exception cref="ParameterException">A name stands twice, or a condition names a parent that is absent.</exception>
    public ParameterList(IEnumerable<ParameterDefinition> definitions)
    {
        _definitions = [.. definitions];
        string? twice = _definitions.GroupBy(d => d.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new ParameterException($"Parameter {twice} is defined twice.");
        }

        _indexByName = _definitions.Select((d, i) => KeyValuePair.Create(d.Name, i)).ToFrozenDictionary(StringComparer.Ordinal);
        ParameterDefinition? orphan = _definitions.FirstOrDefault(d => d.LiveWhen is not null && !_indexByName.ContainsKey(d.LiveWhen.Parent));
        if (orphan is not null)
        {
            throw new ParameterException($"Parameter {orphan.Name} depends on {orphan.LiveWhen!.Parent}, which is not defined.");
        }
    }

    public int Count => _definitions.Length;

    public ParameterDefinition this[int index] => _definitions[index];

    public bool Contains(string name) => _indexByName.ContainsKey(name);

    /// <exception cref="ParameterException">There is no such parameter; the message offers the nearest name.</exception>
    public int IndexOf(string name) => _indexByName.TryGetValue(name, out int index)
        ? index
        : throw new ParameterException($"Unknown parameter '{name}'; did you mean '{Nearest(name)}'? 'forexe2e parameters list' shows all.");

    public IEnumerator<ParameterDefinition> GetEnumerator() => ((IEnumerable<ParameterDefinition>)_definitions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Nearest(string name) => _definitions.MinBy(d => EditDistance(d.Name, name))?.Name ?? "";

    // Levenshtein distance, one row at a time.
    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
