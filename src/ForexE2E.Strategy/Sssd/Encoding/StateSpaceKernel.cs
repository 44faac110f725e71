using System.Numerics;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Encoding;

/// <summary>
/// The diagonal state space model that reads the context (S4D: Gu, Gupta, Goel and Re 2022), with the inverse-law spectrum that stands for
/// HiPPO-LegS and is never trained: A_n = -1/2 + i (N/pi) (N / (2n + 1) - 1), discretised by a zero-order hold at two step sizes.
/// The state at a close is one product of the window with the kernel matrix; the last eight bars pass through beside it.
/// </summary>
internal static class StateSpaceKernel
{
    /// <summary>Numbers that one channel of the window becomes.</summary>
    public const int Width = (2 * 2 * Modes) + Taps;

    /// <summary>Complex states at each step size.</summary>
    private const int Modes = 8;
    private const int StateSize = 2 * Modes;
    private const int Taps = 8;

    /// <summary>Bars of the window by <see cref="Width"/>, row after row.</summary>
    public static float[] Matrix()
    {
        float[] matrix = new float[ContextWindow.Bars * Width];
        int column = 0;
        foreach (double step in (ReadOnlySpan<double>)[1.0 / ContextWindow.Bars, 4.0 / ContextWindow.Bars])
        {
            for (int n = 0; n < Modes; n++, column += 2)
            {
                WriteMode(matrix, column, n, step);
            }
        }

        for (int tap = 0; tap < Taps; tap++, column++)
        {
            matrix[((ContextWindow.Bars - 1 - tap) * Width) + column] = 1;
        }

        return matrix;
    }

    private static void WriteMode(float[] matrix, int column, int n, double step)
    {
        Complex pole = new(-0.5, StateSize / Math.PI * ((StateSize / ((2.0 * n) + 1)) - 1));
        Complex turn = Complex.Exp(pole * step);
        Complex state = (turn - 1) / pole / step;
        for (int lag = 0; lag < ContextWindow.Bars; lag++, state *= turn)
        {
            int row = (ContextWindow.Bars - 1 - lag) * Width;
            matrix[row + column] = (float)state.Real;
            matrix[row + column + 1] = (float)state.Imaginary;
        }
    }
}
