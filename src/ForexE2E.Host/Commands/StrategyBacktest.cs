using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Rendering;

namespace ForexE2E.Host.Commands;

/// <summary>Measures one parameter set of the strategy by walk forward.</summary>
internal static class StrategyBacktest
{
    /// <param name="ComponentsNamed">Whether the user named components, and so wants to hear of those that do not take part.</param>
    /// <param name="ParameterFile">Null: the defaults.</param>
    /// <param name="TradesFile">Null: no trade list.</param>
    public sealed record Request(
        RunDefinition Definition,
        bool ComponentsNamed,
        string? ParameterFile,
        IReadOnlyList<KeyValuePair<string, string>> Changes,
        string? TradesFile,
        int Parallel);

    /// <exception cref="CommandException">The definition or the parameters are refused.</exception>
    public static async Task<BacktestDocument> Run(Request request, IMarketData files, CancellationToken cancellation)
    {
        RunDefinition definition = Failure.Refused(ExitCode.WrongUsage, request.Definition.Validated);
        List<string> remarks = [];
        ParameterPlan plan = Plan(request, remarks);
        MarketData data = await files.Load(definition.Market, definition.Data, definition.From, definition.To, cancellation);
        Backtest backtest = Failure.Refused(ExitCode.WrongUsage, () => new BacktestFactory().Create(definition, data));
        WindowRun[] runs = WindowRuns.Run(
            [.. backtest.InSample, .. backtest.OutOfSample], w => backtest.RunWindowTrades(w, plan, cancellation), request.Parallel, cancellation);
        if (request.TradesFile is not null)
        {
            OutputFile.Write(request.TradesFile, TradeCsv.Of(runs, data.Bars));
        }

        WindowResult[] inSample = [.. runs.Take(backtest.InSample.Length).Select(r => r.Result)];
        WindowResult[] outOfSample = [.. runs.Skip(backtest.InSample.Length).Select(r => r.Result)];
        AddCircumstances(request, backtest, remarks);
        return new BacktestDocument(
            DataDocument.Of(definition, data.Hash),
            SettingsDocument.Of(definition),
            inSample.Length,
            backtest.Join(inSample),
            outOfSample.Length > 0 ? backtest.Join(outOfSample) : null,
            RegimeDocument.Of(backtest.JoinByRegime(inSample)),
            outOfSample.Length > 0 ? RegimeDocument.Of(backtest.JoinByRegime(outOfSample)) : [],
            ComponentDocument.Of(backtest.Components),
            plan.Everywhere is { } set ? ParameterValues.Of(set) : null,
            plan.Everywhere is null ? ParameterValues.Of(plan) : null,
            remarks,
            request.TradesFile);
    }

    private static ParameterPlan Plan(Request request, List<string> remarks)
    {
        ParameterPlans named = request.ParameterFile is { } file ? ParameterFile.Read(file) : ParameterPlans.Defaults;
        return named.ToPlan(texts => Complete([.. texts, .. request.Changes], remarks));
    }

    private static ParameterSet Complete(KeyValuePair<string, string>[] all, List<string> remarks)
    {
        ParameterSet asked = ParameterSet.FromTexts(ParameterCatalog.All, all);
        ParameterSet repaired = ParameterCatalog.Space([]).Repair(asked.Values);
        foreach (string name in all.Select(a => a.Key).Distinct(StringComparer.Ordinal))
        {
            int index = ParameterCatalog.All.IndexOf(name);
            if (asked.Values[index] != repaired.Values[index])
            {
                remarks.Add($"{name} was {asked.Format(index)} and is {repaired.Format(index)}: 'forexe2e parameters list' shows its bounds and what it depends on.");
            }
        }

        return repaired;
    }

    private static void AddCircumstances(Request request, Backtest backtest, List<string> remarks)
    {
        if (request.ComponentsNamed)
        {
            remarks.AddRange(backtest.Components
                .Where(c => !c.Active && request.Definition.Components.Contains(c.Component))
                .Select(c => $"{Options.ComponentNames.ToName(c.Component)} takes no part: {c.Reason}."));
        }

        ImmutableArray<FixedParameter> idle = backtest.Fixed;
        HashSet<string> changed = [.. request.Changes.Select(c => c.Key)];
        remarks.AddRange(idle.Where(f => changed.Contains(f.Name)).Select(f => $"{f.Name} has no effect here: {f.Reason}."));
        if (request.Definition.Data.IsSynthetic)
        {
            remarks.Add("Generated bars: not a real market.");
        }

        if (request.Definition.Costs == CostSettings.Zero)
        {
            remarks.Add("Zero costs were asked for: no broker trades like this.");
        }
    }
}
