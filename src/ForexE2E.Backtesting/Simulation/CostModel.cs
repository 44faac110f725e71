using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>What trades cost and what points are worth in the account currency. Made once a data set, shared by threads.</summary>
public sealed class CostModel
{
    /// <exception cref="ArgumentException">Profit cannot be converted to the account currency, or a cost is out of range.</exception>
    public CostModel(BarSeries bars, ImmutableArray<BarSeries> pairs, CostSettings costs, AccountSettings account)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentNullException.ThrowIfNull(account);
        costs.Validated();
        account.Validated();
        Conversion = CurrencyConversion.Create(bars, pairs, account.Currency);
        // A lot is a hundred micro-lots and a unit of money a hundred cents: the numbers are equal.
        CommissionCentsPerMicroLot = costs.CommissionPerLot;
        SwapLongPoints = costs.SwapLongPips * PipPoints.PointsPerPip;
        SwapShortPoints = costs.SwapShortPips * PipPoints.PointsPerPip;
        Leverage = account.Leverage;
    }

    internal CurrencyConversion Conversion { get; }

    /// <summary>One side.</summary>
    internal double CommissionCentsPerMicroLot { get; }

    /// <summary>A night; negative is paid.</summary>
    internal double SwapLongPoints { get; }

    /// <summary>A night; negative is paid.</summary>
    internal double SwapShortPoints { get; }

    /// <summary>Notional that a unit of equity carries.</summary>
    internal double Leverage { get; }
}
