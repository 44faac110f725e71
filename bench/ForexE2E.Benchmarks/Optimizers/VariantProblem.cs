using ForexE2E.Domain.Randomness;

namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>
/// A mixed problem made by luck: which parameters matter, where the optimum lies, how steep each slope is, in which order
/// categories stand, and how loud the noise is all come from the seed. The terms are those of the problem file, 0 at the optimum.
/// </summary>
internal sealed class VariantProblem
{
    private static readonly string[] Types = ["float", "float", "float", "logfloat", "logfloat", "int", "int", "categorical", "categorical", "bool"];
    private readonly SplitMix64 _luck;
    private readonly string _name;
    private readonly List<Dictionary<string, object>> _parameters = [];
    private readonly List<Dictionary<string, object>> _terms = [];
    private readonly Queue<int> _numeric;
    private readonly Queue<int> _unordered;

    public VariantProblem(ulong seed)
    {
        _luck = new SplitMix64(SeedOf.Mix(seed, 0, 4711));
        int count = 60 + (15 * _luck.NextInt(5));
        _name = FormattableString.Invariant($"variant-{seed}-{count}");
        for (int i = 0; i < count; i++)
        {
            _parameters.Add(Parameter(i));
        }

        int[] shuffled = [.. Enumerable.Range(0, count).Select(i => (i, Key: _luck.NextUInt64())).OrderBy(p => p.Key).Select(p => p.i)];
        _numeric = new Queue<int>(shuffled.Where(i => !IsUnordered(i)));
        _unordered = new Queue<int>(shuffled.Where(IsUnordered));
        Fill();
    }

    public IEnumerable<object> Problems()
    {
        double noise = Math.Round(0.1 + (0.4 * _luck.NextDouble()), 2);
        string[] positions = [Name(_numeric.Dequeue()), Name(_numeric.Dequeue()), Name(_numeric.Dequeue())];
        double factor = Math.Round(0.25 + (0.35 * _luck.NextDouble()), 2);
        double[] scale = [.. Enumerable.Range(0, 4).Select(_ => Math.Pow(10, _luck.NextInt(5) - 2))];
        double[] wide = [2.5, 2.5, 2.5, 2.5];
        double[] tight = [1.1, 1.1, 1.1, 1.1];
        yield return new { name = _name, objectives = 1, formula = "terms", @params = _parameters, terms = _terms, checks = Array.Empty<object>() };
        yield return new { name = _name + "-noisy", objectives = 1, formula = "terms", noise_sd = noise, terms_from = _name, params_from = _name, checks = Array.Empty<object>() };
        yield return new
        {
            name = _name + "-mo",
            objectives = 4,
            formula = "terms-mo",
            params_from = _name,
            terms_from = _name,
            g_factor = factor,
            position_params = positions,
            objective_scale = scale,
            ref_wide = wide,
            ref_tight = tight,
            checks = Array.Empty<object>(),
        };
    }

    private Dictionary<string, object> Parameter(int i)
    {
        string type = Types[_luck.NextInt(Types.Length)];
        Dictionary<string, object> p = new() { ["name"] = Name(i), ["type"] = type };
        double decades = 2 + _luck.NextInt(5);
        double low = Math.Pow(10, -_luck.NextInt(6));
        int[] spans = [5, 7, 20, 99, 240];
        int from = _luck.NextInt(20);
        (object? least, object? most) = type switch
        {
            "float" => ((object)(-5.0 * _luck.NextInt(3)), (object)(1.0 + (5 * _luck.NextInt(3)))),
            "logfloat" => (low, low * Math.Pow(10, decades)),
            "int" => (from, from + spans[_luck.NextInt(spans.Length)]),
            _ => ((object?)null, (object?)null),
        };
        if (least is not null)
        {
            (p["low"], p["high"]) = (least, most!);
        }
        else if (type == "categorical")
        {
            p["choices"] = 3 + _luck.NextInt(4);
        }

        return p;
    }

    // Two to four choices matter, one of them bends a numeric parameter and one pairs with another; six to eleven numeric ones, some on ridges.
    private void Fill()
    {
        int[] choices = [.. Enumerable.Range(0, 2 + _luck.NextInt(3)).Select(_ => _unordered.Dequeue())];
        foreach (int c in choices)
        {
            _terms.Add(new() { ["kind"] = "cat", ["param"] = Name(c), ["effect"] = Effects(Choices(c), 0.15 + (0.85 * _luck.NextDouble())) });
        }

        int bent = choices[0];
        _terms.Add(new()
        {
            ["kind"] = "catquad",
            ["cat"] = Name(bent),
            ["param"] = Name(_numeric.Dequeue()),
            ["weights"] = Row(Choices(bent), () => 2 + (4 * _luck.NextDouble())),
            ["targets"] = Row(Choices(bent), Target),
        });
        _terms.Add(new() { ["kind"] = "catcat", ["a"] = Name(choices[0]), ["b"] = Name(choices[1]), ["table"] = Table(choices[0], choices[1]) });
        (int Parameter, double Target)[] quads = [.. Enumerable.Range(0, 6 + _luck.NextInt(6)).Select(_ => (_numeric.Dequeue(), Target()))];
        foreach ((int parameter, double target) in quads)
        {
            _terms.Add(new() { ["kind"] = "quad", ["param"] = Name(parameter), ["weight"] = 0.5 * Math.Pow(8, _luck.NextDouble()), ["target"] = target });
        }

        for (int r = 0; r + 1 < quads.Length && r < 6; r += 2)
        {
            _terms.Add(new()
            {
                ["kind"] = "ridge",
                ["a"] = Name(quads[r].Parameter),
                ["target_a"] = quads[r].Target,
                ["b"] = Name(quads[r + 1].Parameter),
                ["target_b"] = quads[r + 1].Target,
                ["sign"] = _luck.NextInt(2) == 0 ? 1 : -1,
                ["weight"] = 1 + _luck.NextDouble(),
            });
        }
    }

    private double[][] Table(int a, int b)
    {
        double[][] table = [.. Enumerable.Range(0, Choices(a)).Select(_ => Row(Choices(b), () => 0.25 * _luck.NextDouble()))];
        int best = Array.IndexOf((double[])_terms.Find(t => t["param"].Equals(Name(a)))!["effect"], 0.0);
        int other = Array.IndexOf((double[])_terms.Find(t => t["param"].Equals(Name(b)))!["effect"], 0.0);
        table[best][other] = 0;
        return table;
    }

    private double[] Effects(int count, double most)
    {
        double[] effects = Row(count, () => most * (0.2 + (0.8 * _luck.NextDouble())));
        effects[_luck.NextInt(count)] = 0;
        return effects;
    }

    private static double[] Row(int count, Func<double> value) => [.. Enumerable.Range(0, count).Select(_ => Math.Round(value(), 4))];

    private double Target() => Math.Round(0.1 + (0.8 * _luck.NextDouble()), 4);

    private bool IsUnordered(int i) => _parameters[i]["type"] is "categorical" or "bool";

    private int Choices(int i) => _parameters[i].TryGetValue("choices", out object? n) ? (int)n : 2;

    private static string Name(int i) => FormattableString.Invariant($"p{i:00}");
}
