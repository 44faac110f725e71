using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Backtesting.Liveness;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Progress;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e parameters liveness: which parameters change anything on the user's bars, and why the others do not.</summary>
internal sealed class ParametersLivenessCommand : Verb
{
    private readonly DefinitionOptions _definition = new(outOfSample: 0);
    private readonly LivenessOptions _liveness = new();

    public ParametersLivenessCommand()
        : base("liveness", "Tries changes of every parameter on your bars and says which change trades, sizes or exits, and why the others do not.")
    {
        With(_definition.Market, _definition.Data, _definition.Components, _definition.WalkForward, _definition.Costs, _definition.Account, _liveness);
        Examples.Add(("On a generated market, which has all kinds of data", "forexe2e parameters liveness"));
        Examples.Add(("On your bars", "forexe2e parameters liveness --bars EURUSD_5m.csv.gz --vix VIX.csv --sentiment COT.csv --from 2018-01-01 --to 2018-12-31"));
        Examples.Add(("One parameter on few windows", "forexe2e parameters liveness --parameter sizing_kelly_fraction --windows 4"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        using MarketDataFiles files = new();
        CancellationToken cancellation = terminal.Interruption.Requested;
        RunDefinition asked = await _definition.Read(parsed, files, cancellation);
        RunDefinition definition = Failure.Refused(ExitCode.WrongUsage, _liveness.Apply(parsed, asked).Validated);
        (int? most, int parallel) = (_liveness.Windows(parsed), _liveness.Parallel(parsed));
        MarketData data = await files.Load(definition.Market, definition.Data, definition.From, definition.To, cancellation);
        Backtest backtest = Failure.Refused(ExitCode.WrongUsage, () => new Backtest(definition, data, new FitCache(int.MaxValue)));
        ImmutableArray<WalkForwardWindow> windows = Spread([.. backtest.InSample, .. backtest.OutOfSample], most);
        LivenessCheck check = new(backtest, windows);
        int trades = Fit(backtest, windows, check.Defaults, parallel, terminal);
        ParameterLiveness[] all = Examine(check, _liveness.Parameters(parsed), parallel, terminal);
        Show(parsed, terminal, Document(definition, data, backtest, windows.Length, trades, all));
        return ExitCode.Success;
    }

    private static int Fit(Backtest backtest, ImmutableArray<WalkForwardWindow> windows, ParameterSet defaults, int parallel, Terminal terminal)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        StepLines progress = new(terminal.Error, terminal.Clock, "Windows fitted", windows.Length);
        return WindowRuns.Run(
            windows,
            w =>
            {
                int trades = backtest.RunWindow(w, defaults, cancellation).Totals.Trades;
                progress.Done();
                return trades;
            },
            parallel,
            cancellation).Sum();
    }

    private static ParameterLiveness[] Examine(LivenessCheck check, ImmutableArray<ParameterDefinition> parameters, int parallel, Terminal terminal)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        StepLines progress = new(terminal.Error, terminal.Clock, "Parameters examined", parameters.Length);
        var found = new ParameterLiveness[parameters.Length];
        Parallel.For(0, parameters.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, i =>
        {
            found[i] = check.Examine(parameters[i], cancellation);
            progress.Done();
        });
        return found;
    }

    /// <summary>So many of the windows, at even distances, the first and the last among them.</summary>
    internal static ImmutableArray<T> Spread<T>(ImmutableArray<T> all, int? most) => most is not { } n || n >= all.Length
        ? all
        : n == 1 ? [all[0]] : [.. Enumerable.Range(0, n).Select(i => all[(int)((long)i * (all.Length - 1) / (n - 1))])];

    private void Show(ParseResult parsed, Terminal terminal, LivenessDocument document)
    {
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.LivenessDocument);
        }
        else
        {
            LivenessReport.Show(terminal.Results, document);
        }
    }

    private static LivenessDocument Document(RunDefinition definition, MarketData data, Backtest backtest, int windows, int trades, ParameterLiveness[] all) => new(
        DataDocument.Of(definition, data.Hash),
        SettingsDocument.Of(definition),
        windows,
        trades,
        ComponentDocument.Of(backtest.Components),
        [.. BasePoint.All.Select(BasePointDocument.Of)],
        [.. all.Select(p => ParameterLivenessDocument.Of(p, data.Bars))],
        LivenessCountDocument.Of(all),
        definition.Data.IsSynthetic ? ["Generated bars: not a real market."] : []);
}
