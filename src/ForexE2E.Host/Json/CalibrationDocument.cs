using ForexE2E.Strategy.Sssd.Calibration;

namespace ForexE2E.Host.Json;

/// <summary>How forecasts did on bars, as 'models calibrate' and 'models train sssd' print it. Losses are fractions of price.</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="SeenInTraining">Whether the bars served to stop the training early: then the figures flatter.</param>
internal sealed record CalibrationDocument(
    string Bars, DateTime From, DateTime To, bool SeenInTraining, IReadOnlyList<ModelDocument> Models, IReadOnlyList<CalibrationRow> Rows) : Document("models_calibrate");
