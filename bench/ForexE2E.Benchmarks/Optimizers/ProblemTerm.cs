using System.Text.Json;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>One non-negative summand of a mixed problem.</summary>
internal sealed class ProblemTerm
{
    private readonly ParameterSpace _space;
    private readonly string _kind;
    private readonly int _a;
    private readonly int _b;
    private readonly double[] _numbers;
    private readonly double[][] _rows;

    public ProblemTerm(JsonElement t, ParameterSpace space)
    {
        _space = space;
        _kind = t.GetProperty("kind").GetString()!;
        int At(string property) => space.Definitions.IndexOf(t.GetProperty(property).GetString()!);
        double N(string property) => t.GetProperty(property).GetDouble();
        double[] Row(JsonElement e) => [.. e.EnumerateArray().Select(v => v.GetDouble())];
        (_a, _b, _numbers, _rows) = _kind switch
        {
            "quad" => (At("param"), -1, new[] { N("weight"), N("target") }, Array.Empty<double[]>()),
            "cat" => (At("param"), -1, Row(t.GetProperty("effect")), []),
            "catquad" => (At("cat"), At("param"), [], [Row(t.GetProperty("weights")), Row(t.GetProperty("targets"))]),
            "ridge" => (At("a"), At("b"), [N("weight"), N("target_a"), N("sign"), N("target_b")], []),
            "catcat" => (At("a"), At("b"), [], [.. t.GetProperty("table").EnumerateArray().Select(Row)]),
            _ => throw new InvalidOperationException($"Unknown term '{_kind}'."),
        };
    }

    public double Of(ReadOnlySpan<double> x) => _kind switch
    {
        "quad" => _numbers[0] * Square(U(x, _a) - _numbers[1]),
        "cat" => _numbers[(int)x[_a]],
        "catquad" => _rows[0][(int)x[_a]] * Square(U(x, _b) - _rows[1][(int)x[_a]]),
        "ridge" => _numbers[0] * Square(U(x, _a) - _numbers[1] + (_numbers[2] * (U(x, _b) - _numbers[3]))),
        _ => _rows[(int)x[_a]][(int)x[_b]],
    };

    private double U(ReadOnlySpan<double> x, int at) => BenchmarkProblem.Unit(_space.Definitions[at], x[at]);

    private static double Square(double v) => v * v;
}
