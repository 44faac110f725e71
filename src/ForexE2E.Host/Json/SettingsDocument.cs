using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>Walk forward, costs and account of a run or backtest.</summary>
/// <param name="Spread">auto, file, hourly or fixed.</param>
internal sealed record SettingsDocument(
    int TrainDays,
    int TestDays,
    int StepDays,
    double OutOfSample,
    string Spread,
    double SpreadPips,
    double CommissionPerLot,
    double SlippagePips,
    double SwapLongPips,
    double SwapShortPips,
    double Balance,
    string Currency,
    double Leverage,
    double PeriodsPerYear)
{
    public static SettingsDocument Of(RunDefinition d) => new(
        d.WalkForward.TrainDays,
        d.WalkForward.TestDays,
        d.WalkForward.StepDays,
        d.WalkForward.OutOfSampleFraction,
        Words.Of(d.Costs.Spread),
        d.Costs.SpreadPips,
        d.Costs.CommissionPerLot,
        d.Costs.SlippagePips,
        d.Costs.SwapLongPips,
        d.Costs.SwapShortPips,
        d.Account.StartBalance,
        d.Account.Currency,
        d.Account.Leverage,
        d.PeriodsPerYear);
}
