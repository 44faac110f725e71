using ForexE2E.Learning.Layers;

namespace ForexE2E.Learning.Tests.Layers;

/// <summary>Every layer once more, by its definition, in plain double-precision loops: what the fast ones are compared with.</summary>
internal static class DoublePrecision
{
    public static double[] Forward(Layer layer, ReadOnlySpan<double> parameters, BatchShape shape, double[] input)
    {
        switch (layer)
        {
            case Sequential sequential:
                int at = 0;
                foreach (Layer next in sequential.Layers)
                {
                    input = Forward(next, parameters.Slice(at, next.ParameterCount), shape, input);
                    at += next.ParameterCount;
                }

                return input;
            case Residual residual:
                return [.. input.Zip(Forward(residual.Inner, parameters, shape, input), (x, y) => x + y)];
            case Activation activation:
                return [.. input.Select(x => Bend(activation.Kind, x))];
            case ForexE2E.Learning.Layers.Dense:
                return Dense(layer, parameters, shape.Rows, input);
            case LayerNorm:
                return Norm(layer.Inputs, parameters, shape.Rows, input);
            case ForexE2E.Learning.Layers.Lstm:
                return Lstm(layer, parameters, shape, input);
            default:
                throw new ArgumentException(layer.GetType().Name, nameof(layer));
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Bend(ActivationKind kind, double x) => kind switch
    {
        ActivationKind.Tanh => Math.Tanh(x),
        ActivationKind.Relu => Math.Max(x, 0),
        ActivationKind.Sigmoid => Sigmoid(x),
        ActivationKind.Silu => x * Sigmoid(x),
        _ => x * Sigmoid(1.702f * x),
    };

    private static double[] Dense(Layer layer, ReadOnlySpan<double> parameters, int rows, double[] input)
    {
        double[] output = new double[rows * layer.Outputs];
        for (int row = 0; row < rows; row++)
        {
            for (int o = 0; o < layer.Outputs; o++)
            {
                double sum = parameters[(layer.Inputs * layer.Outputs) + o];
                for (int i = 0; i < layer.Inputs; i++)
                    sum += input[(row * layer.Inputs) + i] * parameters[(i * layer.Outputs) + o];
                output[(row * layer.Outputs) + o] = sum;
            }
        }

        return output;
    }

    private static double[] Norm(int width, ReadOnlySpan<double> parameters, int rows, double[] input)
    {
        double[] output = new double[input.Length];
        for (int row = 0; row < rows; row++)
        {
            double[] x = input[(row * width)..((row + 1) * width)];
            double mean = x.Average(), variance = x.Average(v => (v - mean) * (v - mean));
            for (int i = 0; i < width; i++)
                output[(row * width) + i] = (parameters[i] * (x[i] - mean) / Math.Sqrt(variance + LayerNorm.Epsilon)) + parameters[width + i];
        }

        return output;
    }

    private static double[] Lstm(Layer layer, ReadOnlySpan<double> parameters, BatchShape shape, double[] input)
    {
        int n = layer.Inputs, h = layer.Outputs;
        double[] output = new double[shape.Rows * h], cells = new double[shape.Rows * h];
        for (int row = 0; row < shape.Rows; row++)
        {
            int before = row - shape.Sequences;
            for (int unit = 0; unit < h; unit++)
            {
                double[] gates = new double[4];
                for (int gate = 0; gate < 4; gate++)
                {
                    int column = (gate * h) + unit;
                    gates[gate] = parameters[((n + h) * 4 * h) + column];
                    for (int i = 0; i < n; i++)
                        gates[gate] += input[(row * n) + i] * parameters[(i * 4 * h) + column];
                    for (int i = 0; before >= 0 && i < h; i++)
                        gates[gate] += output[(before * h) + i] * parameters[((n + i) * 4 * h) + column];
                }

                double kept = before >= 0 ? Sigmoid(gates[2]) * cells[(before * h) + unit] : 0;
                cells[(row * h) + unit] = kept + (Sigmoid(gates[0]) * Math.Tanh(gates[3]));
                output[(row * h) + unit] = Sigmoid(gates[1]) * Math.Tanh(cells[(row * h) + unit]);
            }
        }

        return output;
    }
}
