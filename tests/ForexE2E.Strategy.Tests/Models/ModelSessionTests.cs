using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Learning.Onnx;
using ForexE2E.Strategy.Models;

namespace ForexE2E.Strategy.Tests.Models;

public sealed class ModelSessionTests
{
    [Fact]
    public void A_graph_computes_and_its_outputs_lie_on_the_grid()
    {
        using ModelSession session = new(Graph("Exp"));
        using ModelTensor x = new(3, 2);
        using ModelTensor y = new(3, 2);
        x.Span.Fill(1);
        session.Run([x], [y]);
        Assert.All(y.Span.ToArray(), v => Assert.InRange(v - Math.E, -1e-5, 1e-5));
        Assert.Equal(Math.Round(y.Span[0] * 65536), y.Span[0] * 65536.0);
    }

    [Fact]
    public void A_truncated_graph_is_refused_with_its_file()
    {
        ModelGraph whole = Graph("Exp");
        ModelException error = Assert.Throws<ModelException>(() => new ModelSession(whole with { Content = whole.Content[..(whole.Content.Length / 2)] }));
        Assert.StartsWith("some/model.onnx: no usable ONNX graph", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shape_than_promised_is_refused_with_both()
    {
        ModelGraph graph = Graph("Exp");
        ModelException error = Assert.Throws<ModelException>(() => new ModelSession(graph with { Inputs = [new TensorShape("x", [-1, 3])] }));
        Assert.Contains("promises the input x [any, 3], the graph has x [any, 2]", error.Message, StringComparison.Ordinal);
        Assert.Contains("names 2", Assert.Throws<ModelException>(() => new ModelSession(graph with { Outputs = [graph.Outputs[0], graph.Outputs[0]] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_that_gives_no_number_is_found_when_it_is_opened() =>
        Assert.Contains("output 'y' is no finite number", Assert.Throws<ModelException>(() => new ModelSession(Graph("Log"))).Message, StringComparison.Ordinal);

    [Fact]
    public void One_that_does_so_only_later_fails_the_call()
    {
        using ModelSession session = new(Graph("Sqrt"));
        using ModelTensor x = new(1, 2);
        using ModelTensor y = new(1, 2);
        x.Span[1] = -1;
        Assert.Contains("some/model.onnx: output 'y' is no finite number", Assert.Throws<ModelException>(() => session.Run([x], [y])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grid_finds_every_value_that_is_no_number()
    {
        for (int i = 0; i < 21; i++)
        {
            foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
            {
                float[] values = [.. Enumerable.Range(0, 21).Select(j => 0.1f * j)];
                Assert.True(OutputGrid.Round(values));
                values[i] = bad;
                Assert.False(OutputGrid.Round(values));
            }
        }
    }

    private static ModelGraph Graph(string operation)
    {
        OnnxGraph graph = new("test");
        graph.Output(graph.Node(operation, [graph.Input("x", "rows", "2")]), "y", "rows", "2");
        return new ModelGraph("test", "some/model.onnx", "", ImmutableArray.Create(graph.ToBytes()), [new TensorShape("x", [-1, 2])], [new TensorShape("y", [-1, 2])]);
    }
}
