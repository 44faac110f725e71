using System.Collections.Immutable;
using System.Text.Json;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.AskTell;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>One problem of the problem file: its space, its losses, and the reference points of its hypervolume.</summary>
internal sealed class BenchmarkProblem
{
    private readonly JsonElement _source;
    private readonly ImmutableArray<ProblemTerm> _terms;
    private readonly int[] _positions;

    public BenchmarkProblem(JsonElement source, IReadOnlyDictionary<string, JsonElement> all)
    {
        _source = source;
        Name = source.GetProperty("name").GetString()!;
        Objectives = source.GetProperty("objectives").GetInt32();
        Formula = source.GetProperty("formula").GetString()!;
        Space = SpaceJson.Read(source.TryGetProperty("params_from", out JsonElement from) ? all[from.GetString()!] : source);
        JsonElement terms = source.TryGetProperty("terms_from", out JsonElement other) ? all[other.GetString()!] : source;
        _terms = terms.TryGetProperty("terms", out JsonElement list) ? [.. list.EnumerateArray().Select(t => new ProblemTerm(t, Space))] : [];
        Noise = source.TryGetProperty("noise_sd", out JsonElement sd) ? sd.GetDouble() : 0;
        Scale = source.TryGetProperty("objective_scale", out _) ? Numbers("objective_scale") : [.. Enumerable.Repeat(1.0, Objectives)];
        Shift = source.TryGetProperty("shift", out _) ? Numbers("shift") : [];
        _positions = source.TryGetProperty("position_params", out JsonElement names)
            ? [.. names.EnumerateArray().Select(n => Space.Definitions.IndexOf(n.GetString()!))] : [];
    }

    public string Name { get; }

    public string Formula { get; }

    public int Objectives { get; }

    public double Noise { get; }

    public ParameterSpace Space { get; }

    public ImmutableArray<double> Scale { get; }

    public ImmutableArray<double> Shift { get; }

    /// <summary>Reference points by the name of their hypervolume: hv_wide, hv_tight.</summary>
    public IEnumerable<(string Metric, ImmutableArray<double> Reference)> References =>
        new[] { "wide", "tight" }.Where(k => _source.TryGetProperty("ref_" + k, out _)).Select(k => ("hv_" + k, Numbers("ref_" + k)));

    public ImmutableArray<double> Evaluate(ReadOnlySpan<double> x) => Formula switch
    {
        "terms" => [Terms(x)],
        "terms-mo" => TermsOverFront(x),
        _ => [.. Formulas.Evaluate(Formula, x, Shift.AsSpan(), Objectives)],
    };

    /// <summary>Coordinate of a numeric value in [0, 1], as the problem file defines it.</summary>
    public static double Unit(ParameterDefinition p, double v) =>
        p.LogScale ? Math.Log(v / p.Low) / Math.Log(p.High / p.Low) : (v - p.Low) / (p.High - p.Low);

    /// <summary>Fails when a check value is not reproduced to 1e-9.</summary>
    public void Verify()
    {
        foreach (JsonElement check in _source.GetProperty("checks").EnumerateArray())
        {
            double[] x = [.. check.GetProperty("x").EnumerateArray().Select(v => v.GetDouble())];
            JsonElement f = check.GetProperty("f");
            double[] expected = f.ValueKind == JsonValueKind.Array ? [.. f.EnumerateArray().Select(v => v.GetDouble())] : [f.GetDouble()];
            ImmutableArray<double> got = Evaluate(x);
            for (int j = 0; j < expected.Length; j++)
            {
                if (!(Math.Abs(got[j] - expected[j]) <= 1e-9 + (1e-9 * Math.Abs(expected[j]))))
                {
                    throw new InvalidOperationException(FormattableString.Invariant($"{Name}: check value {expected[j]:R} was computed as {got[j]:R}."));
                }
            }
        }
    }

    private double Terms(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (ProblemTerm term in _terms)
        {
            sum += term.Of(x);
        }

        return sum;
    }

    private ImmutableArray<double> TermsOverFront(ReadOnlySpan<double> x)
    {
        double g = 1 + (_source.GetProperty("g_factor").GetDouble() * Terms(x));
        Span<double> angles = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            angles[i] = Unit(Space.Definitions[_positions[i]], x[_positions[i]]) * Math.PI / 2;
        }

        double plane = Math.Cos(angles[0]) * Math.Cos(angles[1]);
        return
        [
            g * plane * Math.Cos(angles[2]) * Scale[0],
            g * plane * Math.Sin(angles[2]) * Scale[1],
            g * Math.Cos(angles[0]) * Math.Sin(angles[1]) * Scale[2],
            g * Math.Sin(angles[0]) * Scale[3],
        ];
    }

    private ImmutableArray<double> Numbers(string property) => [.. _source.GetProperty(property).EnumerateArray().Select(v => v.GetDouble())];
}
