using System.CommandLine;
using ForexE2E.Domain.Objectives;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>The limits a trial must keep to be chosen at all.</summary>
internal sealed class LimitOptions : OptionGroup
{
    private readonly Option<int> _minTrades;
    private readonly Option<double?> _maxDrawdown;
    private readonly Option<double?> _minWinRate;
    private readonly Option<double?> _maxDailyLoss;
    private readonly Option<double?> _minSharpe;

    public LimitOptions()
        : base("Limits a chosen trial must keep")
    {
        _minTrades = Add("--min-trades", "N", "Least number of trades [default: 30]", OptionValue.Whole, new Feasibility().MinTrades);
        _maxDrawdown = AddLimit("--max-drawdown", "PERCENT", "Greatest drawdown");
        _minWinRate = AddLimit("--min-win-rate", "FRACTION", "Least share of winning trades, 0 to 1");
        _maxDailyLoss = AddLimit("--max-daily-loss", "PERCENT", "Greatest loss of a trading day");
        _minSharpe = AddLimit("--min-sharpe", "N", "Least annual Sharpe ratio");
    }

    /// <exception cref="CommandException">A limit nothing can keep or break.</exception>
    public Feasibility Read(ParseResult parsed)
    {
        Feasibility limits = new(
            parsed.GetValue(_minTrades), parsed.GetValue(_maxDrawdown), parsed.GetValue(_minWinRate), parsed.GetValue(_maxDailyLoss), parsed.GetValue(_minSharpe));
        Check(limits.MinTrades >= 0, "--min-trades must be 0 or more");
        Check(limits.MaxDrawdownPct is null or (> 0 and <= 100), "--max-drawdown must be above 0 and at most 100 percent");
        Check(limits.MinWinRate is null or (>= 0 and <= 1), "--min-win-rate must be a fraction from 0 to 1, such as 0.45");
        Check(limits.MaxDailyLossPct is null or (> 0 and <= 100), "--max-daily-loss must be above 0 and at most 100 percent");
        return limits;
    }

    private static void Check(bool holds, string message)
    {
        if (!holds)
        {
            throw new CommandException(ExitCode.WrongUsage, message + ".");
        }
    }

    private Option<double?> AddLimit(string name, string valueName, string help) =>
        Add<double?>(name, valueName, help + " [default: no limit]", t => OptionValue.Number(t), null);
}
