using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Strategy.Models;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Agents;

/// <summary>Asks ONNX Runtime and our own forward pass the same: a graph that computes something else than its weights' network is refused.</summary>
internal static class AgentProbe
{
    private const double Tolerance = 1e-4;

    /// <exception cref="ModelException">Shapes or answers differ, or an answer is no finite number.</exception>
    public static void Compare(ModelGraph graph, Network network, ReadOnlySpan<float> parameters, ImmutableArray<TensorShape> outputs)
    {
        if (!graph.Inputs.SequenceEqual(AgentGraphs.Inputs) || !graph.Outputs.SequenceEqual(outputs))
            throw new ModelException($"{graph.Origin}: {graph.Role} must take {Words(AgentGraphs.Inputs)} and give {Words(outputs)}, model.json says {Words(graph.Inputs)} and {Words(graph.Outputs)}.");
        BatchShape shape = new(3, 2);
        SplitMix64 luck = new(137);
        using ModelSession session = new(graph);
        using ModelTensor states = new(shape.Steps, shape.Sequences, AgentState.Entries);
        foreach (ref float entry in states.Span)
            entry = (float)luck.NextGaussian();
        ModelTensor[] answers = [.. outputs.Select((o, i) => i == 0 ? new ModelTensor(shape.Steps, shape.Sequences, o.Sizes[^1]) : new ModelTensor([.. o.Sizes]))];
        try
        {
            session.Run([states], answers);
            ReadOnlySpan<float> ours = network.Forward(parameters[..network.ParameterCount], shape, states.Span, network.Allocate(shape));
            for (int i = 0; i < ours.Length; i++)
            {
                double gap = Math.Abs(ours[i] - answers[0].Span[i]);
                if (!(gap <= Tolerance * Math.Max(1, Math.Abs(ours[i]))))
                    throw new ModelException(FormattableString.Invariant($"{graph.Origin}: the graph answers {answers[0].Span[i]} where its weights, in the network its role names, give {ours[i]}. It is another network: train it with 'forexe2e models train rl'."));
            }
        }
        finally
        {
            Array.ForEach(answers, a => a.Dispose());
        }
    }

    private static string Words(ImmutableArray<TensorShape> shapes) => string.Join(" and ", shapes);
}
