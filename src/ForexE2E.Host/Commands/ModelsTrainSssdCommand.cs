using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Models;
using ForexE2E.Strategy.Sssd.Training;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e models train sssd: a forecaster of the reference architecture from the user's bars.</summary>
internal sealed class ModelsTrainSssdCommand : Verb
{
    private readonly TrainingOptions _training = new();
    private readonly BarFileInput _input = new();

    public ModelsTrainSssdCommand()
        : base("sssd", "Trains a diffusion forecaster on bars, on one processor core, in minutes. Ends with a calibration report.")
    {
        With(_training, _input);
        Examples.Add(("A forecaster for backtests from 2018 on", "forexe2e models train sssd --bars EURUSD_5m.csv.gz --until 2017-12-31 --out my-models/eurusd-a"));
        Examples.Add(("A second one with other luck, to pool with the first", "forexe2e models train sssd --bars EURUSD_5m.csv.gz --until 2017-12-31 --seed 2 --out my-models/eurusd-b"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DateTime until = _training.Until(parsed);
        string folder = _training.Folder(parsed);
        IReadOnlyList<string> files = _training.Bars(parsed);
        BarSeries[] bars = [.. files.Select(f => BarFileReader.ReadFile(f, _input.SymbolOf(parsed, f), _input.Read(parsed)).Series)];
        string words = string.Join("; ", files.Zip(bars, (f, b) => FormattableString.Invariant($"{b.Symbol.Code} {b.Timeframe}, {SssdTrainer.EndOf(b, until)} bars of {Path.GetFileName(f)}")))
            + FormattableString.Invariant($", seed {_training.Seed(parsed)}");
        ModelCheckpoint trained = Failure.Refused(ExitCode.BadData, () => SssdTrainer.Train(
            bars, until, _training.Name(parsed), words, new SssdTrainingSettings { Seed = _training.Seed(parsed) }, e => Tell(terminal, e), terminal.Interruption.Requested));
        ModelCheckpoint written = CheckpointWriter.Write(trained, folder);
        terminal.Note($"Wrote {folder}; judging its forecasts");
        CalibrationDocument document = Judge(files[0], bars[0], until, written, terminal.Interruption.Requested);
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

    private static void Tell(Terminal terminal, SssdEpoch epoch) => terminal.Note(FormattableString.Invariant(
        $"Pass {epoch.Number} of at most {epoch.Planned}: loss {epoch.TrainLoss:F5}, on held-back bars {epoch.ValidationLoss:F5}{(epoch.IsBest ? ", the best so far" : "")}"));

    // Bars after the training if there are enough of them, else those that were held back.
    private static CalibrationDocument Judge(string file, BarSeries bars, DateTime until, ModelCheckpoint model, CancellationToken cancellation)
    {
        int end = SssdTrainer.EndOf(bars, until);
        bool hasLater = bars.Count - end >= ModelsCalibrateCommand.LeastBars;
        return ModelsCalibrateCommand.Judge(
            file, bars, [model], hasLater ? end : SssdTrainer.BoundaryOf(end), hasLater ? bars.Count : end, new(600, Domain.Parameters.ParameterCatalog.Space([]).Defaults, !hasLater), cancellation);
    }
}
