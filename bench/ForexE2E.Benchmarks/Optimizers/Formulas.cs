namespace ForexE2E.Benchmarks.Optimizers;

/// <summary>Published test functions: sphere, Rosenbrock, Rastrigin, Ackley; ZDT (Zitzler et al. 2000); DTLZ2 (Deb et al. 2002).</summary>
internal static class Formulas
{
    public static double[] Evaluate(string name, ReadOnlySpan<double> x, ReadOnlySpan<double> shift, int objectives) => name switch
    {
        "sphere" => [Sphere(x, shift)],
        "rosenbrock" => [Rosenbrock(x)],
        "rastrigin" => [Rastrigin(x, shift)],
        "ackley" => [Ackley(x, shift)],
        "dtlz2" => Dtlz2(x, objectives),
        _ => Zdt(name, x),
    };

    private static double Sphere(ReadOnlySpan<double> x, ReadOnlySpan<double> shift)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (x[i] - shift[i]) * (x[i] - shift[i]);
        }

        return sum;
    }

    private static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double curve = x[i + 1] - (x[i] * x[i]);
            sum += (100 * curve * curve) + ((1 - x[i]) * (1 - x[i]));
        }

        return sum;
    }

    private static double Rastrigin(ReadOnlySpan<double> x, ReadOnlySpan<double> shift)
    {
        double sum = 10.0 * x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            double z = x[i] - shift[i];
            sum += (z * z) - (10 * Math.Cos(2 * Math.PI * z));
        }

        return sum;
    }

    private static double Ackley(ReadOnlySpan<double> x, ReadOnlySpan<double> shift)
    {
        double squares = 0;
        double waves = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double z = x[i] - shift[i];
            squares += z * z;
            waves += Math.Cos(2 * Math.PI * z);
        }

        return (-20 * Math.Exp(-0.2 * Math.Sqrt(squares / x.Length))) - Math.Exp(waves / x.Length) + 20 + Math.E;
    }

    private static double[] Zdt(string name, ReadOnlySpan<double> x)
    {
        double sum = 0;
        double waves = 0;
        for (int i = 1; i < x.Length; i++)
        {
            sum += x[i];
            waves += (x[i] * x[i]) - (10 * Math.Cos(4 * Math.PI * x[i]));
        }

        double mean = sum / (x.Length - 1);
        double first = name == "zdt6" ? 1 - (Math.Exp(-4 * x[0]) * Math.Pow(Math.Sin(6 * Math.PI * x[0]), 6)) : x[0];
        double g = name switch
        {
            "zdt4" => 1 + (10.0 * (x.Length - 1)) + waves,
            "zdt6" => 1 + (9 * Math.Pow(mean, 0.25)),
            "zdt1" or "zdt2" or "zdt3" => 1 + (9 * mean),
            _ => throw new InvalidOperationException($"Unknown formula '{name}'."),
        };
        double ratio = first / g;
        double shape = name switch
        {
            "zdt2" or "zdt6" => 1 - (ratio * ratio),
            "zdt3" => 1 - Math.Sqrt(ratio) - (ratio * Math.Sin(10 * Math.PI * x[0])),
            _ => 1 - Math.Sqrt(ratio),
        };
        return [first, g * shape];
    }

    private static double[] Dtlz2(ReadOnlySpan<double> x, int m)
    {
        double g = 0;
        for (int i = m - 1; i < x.Length; i++)
        {
            g += (x[i] - 0.5) * (x[i] - 0.5);
        }

        double[] f = new double[m];
        for (int i = 0; i < m; i++)
        {
            f[i] = 1 + g;
            for (int j = 0; j < m - 1 - i; j++)
            {
                f[i] *= Math.Cos(x[j] * Math.PI / 2);
            }

            f[i] *= i > 0 ? Math.Sin(x[m - 1 - i] * Math.PI / 2) : 1;
        }

        return f;
    }
}
