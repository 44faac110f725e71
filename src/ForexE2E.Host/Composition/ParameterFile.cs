using System.Text.Json;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Composition;

/// <summary>
/// Reads parameter values from a JSON file: a flat object of names and values, or the document of 'run best --json' or
/// 'optimize --json', which of a per-regime run holds a set for each regime.
/// </summary>
internal static class ParameterFile
{
    /// <exception cref="CommandException">The file cannot be read, is no such JSON, or names an unknown parameter or value.</exception>
    public static ParameterPlans Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return PlansIn(document.RootElement);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(ExitCode.WrongUsage, $"Parameter file {path} cannot be read: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new CommandException(
                ExitCode.WrongUsage,
                FormattableString.Invariant($"Parameter file {path}, line {e.LineNumber + 1}: not valid JSON. Write an object such as {{\"risk_stop_loss_pct\": 1.5}}."),
                e);
        }
        catch (Exception e) when (e is ParameterException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CommandException(ExitCode.WrongUsage, $"Parameter file {path}: {e.Message}", e);
        }
    }

    private static ParameterPlans PlansIn(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("best_by_regime", out JsonElement regimes) && regimes.GetArrayLength() > 0
            ? new ParameterPlans([.. regimes.EnumerateArray().Select(r => (RegimeNames.Parse(r.GetProperty("regime").GetString() ?? ""), TextsIn(r.GetProperty("parameters"))))])
            : new ParameterPlans([(Regime.Global, TextsIn(Values(root)))]);

    private static IReadOnlyList<KeyValuePair<string, string>> TextsIn(JsonElement values)
    {
        KeyValuePair<string, string>[] texts = [.. values.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Text(p)))];
        _ = ParameterSet.FromTexts(ParameterCatalog.All, texts);
        return texts;
    }

    // 'run best' holds them below "parameters", 'optimize' below "best".
    private static JsonElement Values(JsonElement root)
    {
        JsonElement values = root;
        foreach (string name in (string[])["best", "parameters"])
        {
            if (values.ValueKind == JsonValueKind.Object && values.TryGetProperty(name, out JsonElement inner))
            {
                values = inner;
            }
        }

        return values.ValueKind == JsonValueKind.Object
            ? values
            : throw new FormatException("must hold a JSON object of parameter names and values, such as {\"risk_stop_loss_pct\": 1.5}.");
    }

    private static string Text(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString()!,
        JsonValueKind.Number => property.Value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new FormatException($"the value of {property.Name} must be a number, a word, true or false."),
    };
}
