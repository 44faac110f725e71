using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Host.Charts;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Models;
using ForexE2E.Strategy.Sssd.Outlook;
using ForexE2E.Strategy.Sssd.Training;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e models forecast: one forecast, as numbers and as a chart.</summary>
internal sealed class ModelsForecastCommand : Verb
{
    private const int ReferenceDays = 30;
    private readonly ModelOptions _models = new();
    private readonly ForecastOptions _forecast = new();
    private readonly BarFileInput _input = new();

    public ModelsForecastCommand()
        : base("forecast", "Forecasts the bars after an instant: quantiles, how sure it is beside the last 30 days, paths, and a chart if asked.")
    {
        With(_models, _forecast, _input);
        Examples.Add(("At noon, with a chart", "forexe2e models forecast --bars EURUSD_5m.csv.gz --at 2018-06-01T12:00Z --chart fan.svg"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string file = _models.Bars(parsed);
        string? chart = _forecast.Chart(parsed);
        BarSeries bars = BarFileReader.ReadFile(file, _input.SymbolOf(parsed, file), _input.Read(parsed)).Series;
        ModelSet models = new ModelFiles().Load(_models.Folder(parsed));
        ImmutableArray<ModelCheckpoint> checkpoints = models.Of(ModelKind.Sssd);
        int bar = SssdTrainer.EndOf(bars, _forecast.At(parsed) ?? DateTime.UnixEpoch.AddYears(130)) - 1;
        if (bar < 0)
        {
            throw new CommandException(ExitCode.WrongUsage, $"No bar of {file} has ended by then: it begins {Figures.Instant(bars.StartOf(0))} UTC. Name a later --at.");
        }

        int reference = bars.IndexAtOrAfter(bars.EndOf(bar).AddDays(-ReferenceDays));
        SssdOutlook outlook = Failure.Refused(
            ExitCode.WrongUsage, () => SssdOutlook.At(bars, checkpoints, models.Hash, bar, reference, _models.Parameters(parsed)));
        if (chart is not null)
        {
            ForecastChart.Write(chart, bars, outlook);
        }

        Print(parsed, terminal, DocumentOf(file, bars, outlook, checkpoints, chart));
        return Task.FromResult(ExitCode.Success);
    }

    private void Print(ParseResult parsed, Terminal terminal, ForecastDocument document)
    {
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.ForecastDocument);
        }
        else
        {
            ModelReport.Show(terminal.Results, document);
        }
    }

    private static ForecastDocument DocumentOf(string file, BarSeries bars, SssdOutlook o, ImmutableArray<ModelCheckpoint> checkpoints, string? chart) => new(
        file,
        bars.EndOf(o.Bar),
        bars[o.Bar].Close,
        o.Horizon,
        o.Quantiles.Q05,
        o.Quantiles.Q50,
        o.Quantiles.Q95,
        o.Confidence,
        o.Low,
        o.High,
        o.SpreadRank,
        o.IsCertain,
        o.Fan,
        o.Paths,
        [.. checkpoints.Select(ModelDocument.Of)],
        chart);
}
