using System.Text.Json;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using SkiaSharp;

namespace ForexE2E.Host.Tests.Commands;

public sealed class UnderstandingCommandsTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task Importance_names_the_parameter_that_decides_for_the_score_and_every_objective()
    {
        Run run = await StoredRuns.Put(_shell.Database, 60);
        JsonElement group = (await Document("run", "importance", run.Id.ToString(), "--top", "7")).GetProperty("groups")[0];
        JsonElement[] targets = [.. group.GetProperty("targets").EnumerateArray()];
        Assert.Equal(["score", "sharpe_ratio", "max_drawdown_pct", "profit_factor", "cost_ratio"], targets.Select(t => t.GetProperty("of").GetString()));
        Assert.All(targets, t => Assert.Equal(7, t.GetProperty("by_forest").GetArrayLength()));
        Assert.Equal("risk_stop_loss_pct", targets[1].GetProperty("by_forest")[0].GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task The_front_has_its_knee_its_hypervolume_and_no_trial_that_was_given_up()
    {
        Run run = await StoredRuns.Put(_shell.Database, 60);
        JsonElement front = (await Document("run", "pareto")).GetProperty("groups")[0];
        int[] members = [.. front.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("trial").GetInt32())];
        Assert.NotEmpty(members);
        Assert.All(members, m => Assert.True(m % 4 != 3 && m % 10 != 9));
        Assert.Contains(front.GetProperty("knee").GetInt32(), members);
        Assert.Equal("defaults", front.GetProperty("reference_is").GetString());
        JsonElement asked = (await Document("run", "pareto", run.Id.ToString(), "--reference", "-10,100,0,10")).GetProperty("groups")[0];
        Assert.True(asked.GetProperty("hypervolume").GetDouble() > front.GetProperty("hypervolume").GetDouble());
        Assert.InRange(asked.GetProperty("plateau").GetProperty("score").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task The_history_has_every_ended_trial_and_a_best_that_never_falls()
    {
        await StoredRuns.Put(_shell.Database, 40);
        JsonElement group = (await Document("run", "history")).GetProperty("groups")[0];
        Assert.Equal(4, group.GetProperty("states").GetProperty("failed").GetInt32());
        double[] best = [.. group.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("best_score").GetDouble())];
        Assert.Equal(40, best.Length);
        Assert.Equal(best.Order(), best);
    }

    [Fact]
    public async Task A_run_tells_what_giving_up_saved_and_what_its_trials_cost()
    {
        await StoredRuns.Put(_shell.Database, 40);
        JsonElement run = (await Document("run", "show")).GetProperty("run");
        Assert.Equal("median", run.GetProperty("pruner").GetString());
        Assert.Equal(40, run.GetProperty("cpu_seconds").GetDouble());
        JsonElement windows = run.GetProperty("windows");
        // Pruned are those three after a multiple of four that did not fail: 3, 7, 11, 15, 23, 27, 31, 35.
        Assert.Equal((8, 8 * 15), (windows.GetProperty("trials_pruned").GetInt32(), windows.GetProperty("saved").GetInt32()));
    }

    [Theory]
    [InlineData("importance")]
    [InlineData("pareto")]
    [InlineData("history")]
    public async Task A_chart_is_a_picture_of_something(string command)
    {
        await StoredRuns.Put(_shell.Database, 60);
        string png = _shell.PathOf("chart.png");
        string svg = _shell.PathOf("chart.svg");
        Assert.Equal(ExitCode.Success, (await _shell.Type("run", command, "--chart", png, "--database", _shell.Database)).Code);
        Assert.Equal(ExitCode.Success, (await _shell.Type("run", command, "--chart", svg, "--database", _shell.Database)).Code);
        using SKBitmap picture = SKBitmap.Decode(png);
        Assert.True(picture.Width >= 1000 && picture.Height >= 300);
        Assert.InRange(picture.Pixels.Distinct().Count(), 20, int.MaxValue);
        Assert.InRange(picture.Pixels.Count(p => p != SKColors.White) / (double)picture.Pixels.Length, 0.005, 0.6);
        string drawing = await File.ReadAllTextAsync(svg);
        Assert.Contains("<svg", drawing, StringComparison.Ordinal);
        Assert.Contains("</svg>", drawing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "run importance --chart a.jpg", ".png or .svg")]
    [InlineData(2, "run importance --of luck", "score, sharpe_ratio")]
    [InlineData(2, "run importance --top 0", "1 to 90")]
    [InlineData(2, "run pareto --reference 1,2", "4 values")]
    [InlineData(2, "run history 0f8fad5b-d9cb-469f-a165-70867728950e", "There is no run")]
    [InlineData(2, "run pareto --chart /no/such/folder/a.png", "cannot be written")]
    public async Task Bad_input_is_refused_with_a_remedy(int code, string line, string words)
    {
        await StoredRuns.Put(_shell.Database, 20);
        (ExitCode ended, _, string error) = await _shell.Type([.. line.Split(' '), "--database", _shell.Database]);
        Assert.Equal((ExitCode)code, ended);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_trials_and_none_feasible_are_said_plainly()
    {
        await StoredRuns.Put(_shell.Database, 3, violation: 1);
        Assert.Contains("importance needs 10", (await _shell.Type("run", "importance", "--database", _shell.Database)).Error, StringComparison.Ordinal);
        (ExitCode code, _, string error) = await _shell.Type("run", "pareto", "--database", _shell.Database);
        Assert.Equal(ExitCode.NothingFeasible, code);
        Assert.Contains("no feasible trial", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_database_is_the_message_says_how_to_make_one()
    {
        (ExitCode code, _, string error) = await _shell.Type("run", "history", "--database", _shell.Database);
        Assert.Equal(ExitCode.Database, code);
        Assert.Contains("'forexe2e optimize' makes it", error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private async Task<JsonElement> Document(params string[] arguments)
    {
        (ExitCode code, string output, string error) = await _shell.Type([.. arguments, "--json", "--database", _shell.Database]);
        Assert.True(code == ExitCode.Success, error);
        return JsonDocument.Parse(output).RootElement;
    }
}
