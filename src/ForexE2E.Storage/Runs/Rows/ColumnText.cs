using System.Collections.Frozen;
using System.Text.Json;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>Enumerations as the columns spell them: PerRegime is per_regime.</summary>
internal static class ColumnText
{
    public static string Of<T>(T value)
        where T : struct, Enum => Spelling<T>.Texts[value];

    /// <exception cref="RunStoreException">The text is none of the spellings: a newer program wrote it, or a hand.</exception>
    public static T Parse<T>(string text)
        where T : struct, Enum => Spelling<T>.Values.TryGetValue(text, out T value)
        ? value
        : throw new RunStoreException(
            $"The database holds '{text}' where one of {string.Join(", ", Spelling<T>.Values.Keys.Order(StringComparer.Ordinal))} must stand. A newer forexe2e may have written it.");

    private static class Spelling<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Texts =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

        public static readonly FrozenDictionary<string, T> Values = Texts.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
