using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Models;
using ForexE2E.Strategy.Sssd.Calibration;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e models calibrate: whether forecasts keep what their quantiles promise, beside a random walk.</summary>
internal sealed class ModelsCalibrateCommand : Verb
{
    /// <summary>Bars below which a report says too little.</summary>
    public const int LeastBars = 2000;
    private readonly ModelOptions _models = new();
    private readonly CalibrationOptions _calibration = new();
    private readonly BarFileInput _input = new();

    public ModelsCalibrateCommand()
        : base("calibrate", "Forecasts bars of a file and compares with what came, beside a random walk scaled by volatility.")
    {
        With(_models, _calibration, _input);
        Examples.Add(("The shipped models on your bars", "forexe2e models calibrate --bars EURUSD_5m.csv.gz --from 2018-01-01"));
    }

    /// <param name="SeenInTraining">Whether the bars told the training when to stop.</param>
    internal sealed record Exam(int Forecasts, ParameterSet Parameters, bool SeenInTraining);

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string file = _models.Bars(parsed);
        BarSeries bars = BarFileReader.ReadFile(file, _input.SymbolOf(parsed, file), _input.Read(parsed)).Series;
        ImmutableArray<ModelCheckpoint> checkpoints = new ModelFiles().Load(_models.Folder(parsed)).Of(ModelKind.Sssd);
        int first = bars.IndexAtOrAfter(_calibration.From(parsed));
        int end = bars.IndexAtOrAfter(_calibration.To(parsed));
        bool seen = first < bars.Count && checkpoints.Any(c => c.TrainedUntil > bars.StartOf(first));
        CalibrationDocument document = Judge(
            file, bars, checkpoints, first, end, new(_calibration.Forecasts(parsed), _models.Parameters(parsed), seen), terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.CalibrationDocument);
        }
        else
        {
            ModelReport.Show(terminal.Results, document);
        }

        return Task.FromResult(ExitCode.Success);
    }

    /// <summary>Forecasts bars and makes the report.</summary>
    internal static CalibrationDocument Judge(
        string file, BarSeries bars, ImmutableArray<ModelCheckpoint> checkpoints, int first, int end, Exam exam, CancellationToken cancellation)
    {
        ImmutableArray<CalibrationRow> rows = Failure.Refused(
            ExitCode.BadData, () => SssdCalibration.Run(bars, checkpoints, first, end, exam.Forecasts, exam.Parameters, cancellation));
        return new CalibrationDocument(file, bars.StartOf(first), bars.EndOf(end - 1), exam.SeenInTraining, [.. checkpoints.Select(ModelDocument.Of)], rows);
    }
}
