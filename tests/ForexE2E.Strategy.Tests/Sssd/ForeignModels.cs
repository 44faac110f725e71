using System.Collections.Immutable;
using ForexE2E.Domain.Models;

namespace ForexE2E.Strategy.Tests.Sssd;

/// <summary>The shipped checkpoints with a word added to each denoiser's file: the same numbers, but not the reference graph to the byte, so ONNX Runtime computes them.</summary>
internal static class ForeignModels
{
    // Field 6 of a model in ONNX, doc_string, with one letter.
    private static readonly byte[] Remark = [0x32, 0x01, (byte)'x'];

    public static ImmutableArray<ModelCheckpoint> Sssd { get; } = [.. ShippedModels.Sssd.Select(c => c with { Graphs = [.. c.Graphs.Select(Remarked)] })];

    private static ModelGraph Remarked(ModelGraph graph) => graph.Role == "denoiser" ? graph with { Content = [.. graph.Content, .. Remark] } : graph;
}
