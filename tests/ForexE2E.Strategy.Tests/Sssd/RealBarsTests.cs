using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.Models;
using ForexE2E.Strategy.Sssd.Calibration;
using ForexE2E.Strategy.Sssd.Training;
using Xunit.Abstractions;

namespace ForexE2E.Strategy.Tests.Sssd;

/// <summary>A model trained on a real year and judged on the two that followed. Wants the folder FOREXE2E_DATA; says so without.</summary>
public sealed class RealBarsTests(ITestOutputHelper output)
{
    private const string File = "EURUSD_5m_2017-2019.csv.gz";
    private static readonly DateTime Until = new(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Trained_on_2017_its_intervals_hold_nine_of_ten_returns_of_2018_and_2019_and_near_ones_beat_a_walk()
    {
        if (Environment.GetEnvironmentVariable("FOREXE2E_DATA") is not { Length: > 0 } data || !System.IO.File.Exists(Path.Combine(data, File)))
        {
            output.WriteLine($"SKIPPED: FOREXE2E_DATA names no folder with {File}");
            return;
        }

        BarSeries bars = BarFileReader.ReadFile(Path.Combine(data, File), Symbol.Parse("EURUSD"), new BarFileOptions()).Series;
        ModelCheckpoint trained = SssdTrainer.Train([bars], Until, "eurusd", "EURUSD 5m of 2017", new SssdTrainingSettings { Examples = 40_000 }, _ => { }, default);
        string folder = Directory.CreateTempSubdirectory("forexe2e-model-").FullName;
        try
        {
            CheckpointWriter.Write(trained, Path.Combine(folder, "eurusd"));
            Judge(bars, new ModelFiles().Load(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Judge(BarSeries bars, ModelSet models)
    {
        models.RefuseTooNew(ModelKind.Sssd, Until);
        Assert.Throws<ModelException>(() => models.RefuseTooNew(ModelKind.Sssd, Until.AddDays(-4)));
        ImmutableArray<CalibrationRow> rows = SssdCalibration.Run(
            bars, models.Of(ModelKind.Sssd), bars.IndexAtOrAfter(Until), bars.Count, 1500, ParameterCatalog.Space([]).Defaults, default);
        foreach (CalibrationRow row in rows)
        {
            output.WriteLine($"{row} gain {row.CrpsGain:P2}");
            Assert.InRange(row.Coverage, 0.85, 0.95);
            Assert.True(row.Horizon > 4 || row.Crps < row.WalkCrps, $"{row}");
        }
    }
}
