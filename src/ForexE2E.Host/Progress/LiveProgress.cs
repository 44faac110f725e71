using ForexE2E.Host.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ForexE2E.Host.Progress;

/// <summary>Progress as a bar and figures that renew themselves in place, for somebody who watches.</summary>
internal sealed class LiveProgress(IAnsiConsole console, TimeProvider clock) : IProgressView
{
    private const int BarWidth = 40;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public Task Follow(Func<RunProgress> progress, Task work) => console.Live(Picture(progress())).AutoClear(true).StartAsync(async live =>
    {
        while (!work.IsCompleted)
        {
            live.UpdateTarget(Picture(progress()));
            await Task.WhenAny(work, Task.Delay(Look, clock));
        }
    });

    private IRenderable Picture(RunProgress p)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        double whole = Math.Max(1, p.Planned * Math.Max(1, p.WindowsATrial));
        double share = ((p.Finished * Math.Max(1, p.WindowsATrial)) + p.Underway.Values.Sum()) / whole;
        int filled = (int)(Math.Clamp(share, 0, 1) * BarWidth);
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        grid.AddRow("[bold]Trials[/]", FormattableString.Invariant($"[green]{new string('#', filled)}[/][grey]{new string('.', BarWidth - filled)}[/] {p.Finished} of {p.Planned}{(p.Pruned > 0 ? FormattableString.Invariant($", {p.Pruned} given up") : "")}{(p.Failed > 0 ? $", {p.Failed} failed" : "")}"));
        grid.AddRow("[bold]Under way[/]", p.IsValidating
            ? "measuring the best set and the defaults"
            : Markup.Escape(string.Join("  ", p.Underway.Select(u => FormattableString.Invariant($"#{u.Key} {u.Value}/{p.WindowsATrial} windows")))));
        grid.AddRow("[bold]Best so far[/]", p.BestScore is null
            ? "none feasible yet"
            : $"score {Figures.Ratio(p.BestScore)}, Sharpe {Figures.Ratio(p.BestSharpe)}, trial {p.Best}");
        grid.AddRow("[bold]Time[/]", $"{Figures.Duration(now - p.Since)} elapsed{(p.Remaining(now) is { } left ? $", about {Figures.Duration(left)} left" : "")}   [grey]Ctrl+C stops, resumable[/]");
        return grid;
    }
}
