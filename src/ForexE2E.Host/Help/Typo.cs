using System.CommandLine;

namespace ForexE2E.Host.Help;

/// <summary>Offers the nearest word for one that was mistyped.</summary>
internal static class Typo
{
    /// <summary>"; did you mean --trials?" for an unknown word in the message, or nothing.</summary>
    public static string Hint(ParseResult parsed, string message)
    {
        string? unknown = parsed.UnmatchedTokens.FirstOrDefault(t => message.Contains($"'{t}'", StringComparison.Ordinal));
        if (unknown is null)
        {
            return "";
        }

        Command command = parsed.CommandResult.Command;
        string? nearest = command.Options.Select(o => o.Name).Concat(command.Subcommands.Select(c => c.Name))
            .Select(name => (Name: name, Distance: Distance(name, unknown)))
            .Where(c => c.Distance <= Math.Max(2, unknown.Length / 3))
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name).FirstOrDefault();
        return nearest is null ? "" : $" Did you mean {nearest}?";
    }

    // Levenshtein distance, one row at a time.
    private static int Distance(string a, string b)
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
