using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.AskTell;

/// <summary>Writes the lines of the ask-tell protocol.</summary>
internal static class Reply
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Error(string message) => Write(w => w.WriteString("error", message));

    public static string Trial(int number, ParameterSet set) => Write(w =>
    {
        w.WriteNumber("trial", number);
        Parameters(w, set);
    });

    public static string Verdict(int number, string? reason) => Write(w =>
    {
        w.WriteNumber("trial", number);
        w.WriteBoolean("prune", reason is not null);
        if (reason is not null)
        {
            w.WriteString("reason", reason);
        }
    });

    /// <summary>One objective: the best trial or null. Several: the front as a list.</summary>
    public static string Best(IReadOnlyList<ObservedTrial> front, int objectives) => Write(w =>
    {
        w.WritePropertyName("best");
        if (objectives == 1 && front.Count == 0)
        {
            w.WriteNullValue();
        }
        else if (objectives == 1)
        {
            Member(w, front[0]);
        }
        else
        {
            w.WriteStartArray();
            foreach (ObservedTrial trial in front.OrderBy(t => t.Number))
            {
                Member(w, trial);
            }

            w.WriteEndArray();
        }
    });

    private static void Member(Utf8JsonWriter w, ObservedTrial trial)
    {
        w.WriteStartObject();
        w.WriteNumber("trial", trial.Number);
        w.WriteStartArray("values");
        foreach (double loss in trial.Losses)
        {
            w.WriteNumberValue(loss);
        }

        w.WriteEndArray();
        Parameters(w, trial.Parameters);
        w.WriteEndObject();
    }

    private static void Parameters(Utf8JsonWriter w, ParameterSet set)
    {
        w.WriteStartObject("parameters");
        for (int i = 0; i < set.Definitions.Count; i++)
        {
            ValueJson.Write(w, set.Definitions[i], set.Values[i]);
        }

        w.WriteEndObject();
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
