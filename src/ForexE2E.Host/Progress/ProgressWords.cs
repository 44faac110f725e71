using System.Globalization;
using ForexE2E.Host.Rendering;

namespace ForexE2E.Host.Progress;

/// <summary>Progress in one line of text.</summary>
internal static class ProgressWords
{
    public static string Of(RunProgress p, DateTime now)
    {
        string trials = FormattableString.Invariant($"trial {p.Finished} of {p.Planned}");
        string windows = p.Underway.IsEmpty || p.WindowsATrial == 0
            ? ""
            : FormattableString.Invariant($", windows {string.Join(" ", p.Underway.Select(u => $"#{u.Key}:{u.Value}/{p.WindowsATrial}"))}");
        string pruned = p.Pruned == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {p.Pruned} given up");
        string failed = p.Failed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {p.Failed} failed");
        string best = p.BestScore is null ? ", none feasible yet" : $", best score {Figures.Ratio(p.BestScore)} (Sharpe {Figures.Ratio(p.BestSharpe)}, trial {p.Best})";
        string time = $", {Figures.Duration(now - p.Since)} elapsed";
        string left = p.Remaining(now) is { } remaining && !p.IsValidating && p.Finished < p.Planned ? $", about {Figures.Duration(remaining)} left" : "";
        return p.IsValidating ? $"measuring the best set and the defaults{time}" : trials + windows + pruned + failed + best + time + left;
    }
}
