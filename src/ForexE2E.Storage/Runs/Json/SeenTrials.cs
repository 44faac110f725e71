using System.Globalization;
using System.Text.Json;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>
/// What a trial's sampler had seen, as JSON: the numbers in their order (<see cref="TrialNumbers"/>), or what an earlier trial had
/// seen and what came then: {"as":12,"then":[14,13]}. A run of thousands of trials would otherwise store each number thousands of times.
/// </summary>
internal static class SeenTrials
{
    /// <param name="basis">A stored trial of the same run; null for none.</param>
    public static string Write(TrialOrder seen, SeenBasis? basis) => basis is { } b && !b.Seen.IsEmpty && seen.BeginsWith(b.Seen)
        ? string.Create(CultureInfo.InvariantCulture, $"{{\"as\":{b.Number},\"then\":{TrialNumbers.Write(seen.AsSpan()[b.Seen.Length..])}}}")
        : TrialNumbers.Write(seen.AsSpan());

    /// <summary>Whether the text speaks of another trial.</summary>
    public static bool HasBasis(string json) => json.StartsWith('{');

    /// <summary>What each trial had seen.</summary>
    /// <param name="texts">The texts of all trials of a run, by number.</param>
    /// <exception cref="RunStoreException">A text cannot be read, or speaks of a trial that is not there.</exception>
    public static Dictionary<int, TrialOrder> ReadAll(IReadOnlyDictionary<int, string> texts)
    {
        Dictionary<int, TrialOrder> seen = new(texts.Count);
        Stack<(int Number, string Then)> open = new();
        foreach (int number in texts.Keys)
        {
            // Not by recursion: each trial may stand on the one before it.
            int at = number;
            while (!seen.ContainsKey(at) && Part(texts, at) is ({ } basis, var then))
            {
                open.Push((at, then));
                at = basis;
            }

            if (!seen.TryGetValue(at, out TrialOrder? order))
            {
                seen[at] = order = [.. TrialNumbers.Read(texts[at])];
            }

            while (open.TryPop(out var part))
            {
                foreach (int next in TrialNumbers.Read(part.Then))
                {
                    order = order.Add(next);
                }

                seen[part.Number] = order;
            }
        }

        return seen;
    }

    private static (int? Basis, string Then) Part(IReadOnlyDictionary<int, string> texts, int number)
    {
        if (!texts.TryGetValue(number, out string? text))
        {
            throw new RunStoreException(FormattableString.Invariant($"What a trial's sampler had seen refers to trial {number}, which is not stored. Restore the database from a backup."));
        }

        if (!HasBasis(text))
        {
            return (null, text);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return (document.RootElement.GetProperty("as").GetInt32(), document.RootElement.GetProperty("then").GetRawText());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new RunStoreException($"A stored list of trial numbers cannot be read: '{text}'. Restore the database from a backup.", e);
        }
    }
}
