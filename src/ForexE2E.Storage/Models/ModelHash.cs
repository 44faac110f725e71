using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ForexE2E.Domain.Models;

namespace ForexE2E.Storage.Models;

/// <summary>SHA-256 over what decides the outputs and the admissible spans of models; it knows no path.</summary>
internal static class ModelHash
{
    /// <summary>Of a file's content.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of a checkpoint, from its graphs' hashes and the rest of model.json.</summary>
    public static string Of(ModelDocument document)
    {
        StringBuilder text = new();
        text.AppendJoin('|', document.Kind, document.Name, document.Version, document.TrainedUntil.UtcTicks.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (GraphDocument graph in document.Graphs)
        {
            text.AppendJoin('|', graph.Role, graph.Sha256, Shapes(graph.Inputs), Shapes(graph.Outputs)).Append('\n');
        }

        foreach ((string name, string value) in document.Settings)
        {
            text.Append(name).Append('=').Append(value).Append('\n');
        }

        return Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Of a set: empty for none.</summary>
    public static string Of(IReadOnlyList<ModelCheckpoint> checkpoints) =>
        checkpoints.Count == 0 ? "" : Of(Encoding.UTF8.GetBytes(string.Join('\n', checkpoints.Select(c => c.Sha256))));

    private static string Shapes(IEnumerable<TensorDocument> tensors) => string.Join(';', tensors.Select(t => $"{t.Name}:{string.Join(',', t.Sizes)}"));
}
