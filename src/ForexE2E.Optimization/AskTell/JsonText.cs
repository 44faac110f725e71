using System.Text.Json;
using System.Text.RegularExpressions;

namespace ForexE2E.Optimization.AskTell;

/// <summary>
/// Parses a line as JSON. Several languages write NaN and Infinity bare, which JSON does not know: they are read as null, so
/// that the gate can refuse the value instead of the line.
/// </summary>
internal static partial class JsonText
{
    public static JsonDocument Parse(string line) => JsonDocument.Parse(NotFinite().Replace(line, "${before}null"));

    // Only where a value may stand: after a bracket, comma or colon.
    [GeneratedRegex("(?<before>[\\[,:]\\s*)-?(NaN|Infinity)(?=\\s*[\\],}])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotFinite();
}
