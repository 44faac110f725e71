using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using Microsoft.ML.OnnxRuntime;

namespace ForexE2E.Strategy.Models;

/// <summary>
/// One ONNX graph ready to compute, on the caller's thread alone. Its shapes are those model.json says; its outputs are
/// finite and rounded to <see cref="OutputGrid"/>, or the call fails. Thread-safe.
/// </summary>
internal sealed class ModelSession : IDisposable
{
    private const float ProbeValue = 0.5f;
    private const int ProbeSize = 2;
    private readonly InferenceSession _session;
    private readonly ModelGraph _graph;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly RunOptions _options = new();

    /// <summary>Opens the graph and asks it once, for zeros.</summary>
    /// <exception cref="ModelException">It is no ONNX graph, its shapes are others, or it answers with what is no number.</exception>
    public ModelSession(ModelGraph graph)
    {
        _graph = graph;
        _session = Open(graph);
        try
        {
            _inputNames = [.. graph.Inputs.Select(i => i.Name)];
            _outputNames = [.. graph.Outputs.Select(o => o.Name)];
            Compare("input", graph.Inputs, _session.InputMetadata);
            Compare("output", graph.Outputs, _session.OutputMetadata);
            Probe(0);
            Probe(ProbeValue);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }

    /// <summary>Computes the outputs for tensors in the order of the graph's inputs.</summary>
    /// <param name="outputs">Filled, in the order of the graph's outputs; their sizes must be those that come out.</param>
    /// <exception cref="ModelException">The graph failed, or gave what is no finite number.</exception>
    public void Run(IReadOnlyList<ModelTensor> inputs, IReadOnlyList<ModelTensor> outputs)
    {
        try
        {
            _session.Run(_options, _inputNames, [.. inputs.Select(i => i.Value)], _outputNames, [.. outputs.Select(o => o.Value)]);
        }
        catch (OnnxRuntimeException e)
        {
            throw Failed(e);
        }

        for (int i = 0; i < outputs.Count; i++)
        {
            Round(outputs[i], i);
        }
    }

    /// <summary>Binds tensors of a graph with one output, to ask it many times over the same memory.</summary>
    public ModelCall Bind(IReadOnlyList<ModelTensor> inputs, ModelTensor output)
    {
        OrtIoBinding binding = _session.CreateIoBinding();
        for (int i = 0; i < inputs.Count; i++)
        {
            binding.BindInput(_inputNames[i], inputs[i].Value);
        }

        binding.BindOutput(_outputNames[0], output.Value);
        return new ModelCall(this, binding, output);
    }

    internal void Run(OrtIoBinding binding)
    {
        try
        {
            _session.RunWithBinding(_options, binding);
        }
        catch (OnnxRuntimeException e)
        {
            throw Failed(e);
        }
    }

    internal void Round(ModelTensor output, int index)
    {
        if (!OutputGrid.Round(output.Span))
        {
            throw new ModelException($"{_graph.Origin}: output '{_outputNames[index]}' is no finite number for some input. The model is broken: train it anew or name another with --models.");
        }
    }

    private ModelException Failed(OnnxRuntimeException e) => new($"{_graph.Origin}: the model failed while computing: {e.Message}", e);

    private static InferenceSession Open(ModelGraph graph)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            return new InferenceSession(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(graph.Content), options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelException($"{graph.Origin}: no usable ONNX graph: {e.Message} Restore the file, or train the model anew.", e);
        }
    }

    private void Compare(string what, ImmutableArray<TensorShape> declared, IReadOnlyDictionary<string, NodeMetadata> actual)
    {
        foreach (TensorShape shape in declared)
        {
            if (!actual.TryGetValue(shape.Name, out NodeMetadata? node) || node.ElementType != typeof(float) || !shape.Fits(node.Dimensions))
            {
                string found = string.Join(", ", actual.Select(a => new TensorShape(a.Key, [.. a.Value.Dimensions]) + (a.Value.ElementType == typeof(float) ? "" : " not of floats")));
                throw new ModelException($"{_graph.Origin}: model.json promises the {what} {shape}, the graph has {found}. Write model.json as the graph is, or export the graph as docs/models.md says.");
            }
        }

        if (actual.Count != declared.Length)
        {
            throw new ModelException($"{_graph.Origin}: the graph has {actual.Count} {what}s, model.json names {declared.Length}: {string.Join(", ", declared)}. Write model.json as the graph is.");
        }
    }

    private void Probe(float value)
    {
        ModelTensor[] inputs = [.. _graph.Inputs.Select(i => new ModelTensor([.. i.Sizes.Select(s => s < 0 ? ProbeSize : s)]))];
        ModelTensor[] outputs = [.. _graph.Outputs.Select(o => new ModelTensor([.. o.Sizes.Select(s => s < 0 ? ProbeSize : s)]))];
        try
        {
            Array.ForEach(inputs, i => i.Span.Fill(value));
            Run(inputs, outputs);
        }
        finally
        {
            Array.ForEach(inputs, i => i.Dispose());
            Array.ForEach(outputs, o => o.Dispose());
        }
    }
}
