using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Storage.Runs.Json;

/// <summary>
/// A list of trial numbers in its order, as JSON. Numbers that ascend by one are folded into [first,last], for a late trial
/// of a long run has seen thousands: 0 1 2 3 5 4 is [[0,3],5,4].
/// </summary>
internal static class TrialNumbers
{
    // Two numbers side by side are shorter than a pair.
    private const int LeastFolded = 3;

    public static string Write(ReadOnlySpan<int> numbers)
    {
        StringBuilder text = new("[");
        for (int first = 0, next; first < numbers.Length; first = next)
        {
            next = EndOfRun(numbers, first);
            if (next - first < LeastFolded)
            {
                next = first + 1;
            }

            string separator = first == 0 ? "" : ",";
            _ = next == first + 1
                ? text.Append(FormattableString.Invariant($"{separator}{numbers[first]}"))
                : text.Append(FormattableString.Invariant($"{separator}[{numbers[first]},{numbers[next - 1]}]"));
        }

        return text.Append(']').ToString();
    }

    /// <exception cref="RunStoreException">The text is no such list.</exception>
    public static ImmutableArray<int> Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            ImmutableArray<int>.Builder numbers = ImmutableArray.CreateBuilder<int>();
            foreach (JsonElement element in document.RootElement.EnumerateArray())
            {
                bool folded = element.ValueKind == JsonValueKind.Array;
                int first = (folded ? element[0] : element).GetInt32();
                int last = folded ? element[1].GetInt32() : first;
                numbers.AddRange(Enumerable.Range(first, last - first + 1));
            }

            return numbers.ToImmutable();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new RunStoreException($"A stored list of trial numbers cannot be read: '{json}'. Restore the database from a backup.", e);
        }
    }

    private static int EndOfRun(ReadOnlySpan<int> numbers, int first)
    {
        int next = first + 1;
        while (next < numbers.Length && numbers[next] == numbers[next - 1] + 1)
        {
            next++;
        }

        return next;
    }
}
