using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Learning.Networks;
using ForexE2E.Learning.Onnx;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Agents;

/// <summary>Actors and critics as ONNX graphs: what goes in and out, and how their numbers are written and read.</summary>
internal static class AgentGraphs
{
    private const string Logs = "actor.deviation_logs";

    /// <summary>Steps x sequences x 137.</summary>
    public static ImmutableArray<TensorShape> Inputs { get; } = [new("state", [TensorShape.AnySize, TensorShape.AnySize, AgentState.Entries])];

    /// <summary>Means of five normals at each row, and their deviations.</summary>
    public static ImmutableArray<TensorShape> ActorOutputs { get; } =
        [new("logits", [TensorShape.AnySize, TensorShape.AnySize, DailyCloses.Pairs]), new("deviations", [DailyCloses.Pairs])];

    public static ImmutableArray<TensorShape> CriticOutputs { get; } = [new("value", [TensorShape.AnySize, TensorShape.AnySize, 1])];

    public static string ActorRole(AgentShape shape) => "actor-" + shape.Name;

    public static string CriticRole(AgentShape shape) => "critic-" + shape.Name;

    /// <param name="parameters">The network's, then five logarithms of deviations; all must be 16-bit numbers.</param>
    public static ModelGraph WriteActor(AgentShape shape, ReadOnlySpan<float> parameters)
    {
        Network actor = shape.Actor();
        OnnxGraph graph = new(ActorRole(shape));
        string logits = NetworkGraph.Append(graph, actor, parameters[..actor.ParameterCount], Begin(graph), asHalves: true);
        graph.Output(logits, "logits", "steps", "sequences", "5");
        string logs = graph.Weights(Logs, [DailyCloses.Pairs], parameters[actor.ParameterCount..], asHalves: true);
        graph.Output(graph.Node("Exp", [logs]), "deviations", "5");
        return new ModelGraph(ActorRole(shape), "", "", [.. graph.ToBytes()], Inputs, ActorOutputs);
    }

    /// <param name="parameters">All must be 16-bit numbers.</param>
    public static ModelGraph WriteCritic(AgentShape shape, ReadOnlySpan<float> parameters)
    {
        OnnxGraph graph = new(CriticRole(shape));
        graph.Output(NetworkGraph.Append(graph, shape.Critic(), parameters, Begin(graph), asHalves: true), "value", "steps", "sequences", "1");
        return new ModelGraph(CriticRole(shape), "", "", [.. graph.ToBytes()], Inputs, CriticOutputs);
    }

    /// <summary>The numbers of an actor's graph: the network's, then five logarithms of deviations.</summary>
    /// <exception cref="ModelException">They are missing, of another shape, or not finite.</exception>
    public static float[] ReadActor(ModelGraph graph, AgentShape shape)
    {
        OnnxFile file = Open(graph);
        float[] network = Read(graph, file, shape.Actor());
        return file.Weights.TryGetValue(Logs, out OnnxTensor? logs) && logs.Values.Length == DailyCloses.Pairs && !logs.Values.ToArray().Any(v => !float.IsFinite(v))
            ? [.. network, .. logs.Values.ToArray()]
            : throw new ModelException($"{graph.Origin}: an actor needs {DailyCloses.Pairs} finite weights named {Logs}. Train it with 'forexe2e models train rl'.");
    }

    /// <summary>The numbers of a critic's graph.</summary>
    /// <exception cref="ModelException">They are missing, of another shape, or not finite.</exception>
    public static float[] ReadCritic(ModelGraph graph, AgentShape shape) => Read(graph, Open(graph), shape.Critic());

    private static string Begin(OnnxGraph graph) => graph.Input("state", "steps", "sequences", "137");

    private static OnnxFile Open(ModelGraph graph)
    {
        try
        {
            return OnnxFile.Read(graph.Content.AsSpan());
        }
        catch (OnnxException e)
        {
            throw new ModelException($"{graph.Origin}: {e.Message}. Restore the file, or train the agent anew.", e);
        }
    }

    private static float[] Read(ModelGraph graph, OnnxFile file, Network network)
    {
        try
        {
            return NetworkWeights.Read(file, network);
        }
        catch (OnnxException e)
        {
            throw new ModelException($"{graph.Origin}: {e.Message}. Fine-tuning goes on from the weights by name; train the agent with 'forexe2e models train rl'.", e);
        }
    }
}
