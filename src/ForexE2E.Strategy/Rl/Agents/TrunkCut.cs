using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;

namespace ForexE2E.Strategy.Rl.Agents;

/// <summary>
/// Which parameters of a wide network are those of the same network with a narrower trunk: the trunk's first units, in
/// each of its four gates (as in slimmable networks, Yu et al. 2019). Training cuts at changing widths, so that every width works.
/// </summary>
internal static class TrunkCut
{
    /// <summary>For each parameter of <paramref name="narrow"/> its place among those of <paramref name="wide"/>.</summary>
    public static int[] Places(Network wide, Network narrow)
    {
        int[] places = new int[narrow.ParameterCount];
        for (int block = 0; block < narrow.Blocks.Length; block++)
            Fill(wide.Blocks[block], narrow.Blocks[block], places);
        return places;
    }

    /// <summary>Copies out what the places name.</summary>
    public static void Take(ReadOnlySpan<float> wide, ReadOnlySpan<int> places, Span<float> narrow)
    {
        for (int i = 0; i < places.Length; i++)
            narrow[i] = wide[places[i]];
    }

    /// <summary>Copies back to where it was taken from.</summary>
    public static void Return(ReadOnlySpan<float> narrow, ReadOnlySpan<int> places, Span<float> wide)
    {
        for (int i = 0; i < places.Length; i++)
            wide[places[i]] = narrow[i];
    }

    private static void Fill(ParameterBlock wide, ParameterBlock narrow, int[] places)
    {
        int columns = narrow.Shape[^1], wideColumns = wide.Shape[^1];
        // Only the trunk's own arrays have narrower rows: four gates side by side. The layer above has fewer rows.
        int gate = columns == wideColumns ? columns : columns / 4;
        int wideGate = columns == wideColumns ? columns : wideColumns / 4;
        for (int i = 0; i < narrow.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, columns);
            places[narrow.Offset + i] = wide.Offset + (row * wideColumns) + (column / gate * wideGate) + (column % gate);
        }
    }
}
