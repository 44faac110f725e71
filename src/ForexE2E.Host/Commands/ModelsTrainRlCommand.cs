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
using ForexE2E.Strategy.Rl.Training;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e models train rl: an agent of every shape of the catalogue, from daily closes.</summary>
internal sealed class ModelsTrainRlCommand : Verb
{
    private readonly MarketOptions _market = new();
    private readonly DataOptions _data = new();
    private readonly AgentTrainingOptions _training = new();

    public ModelsTrainRlCommand()
        : base("rl", "Trains the actor-critic agent (six shapes of each) on the daily closes of five pairs and the VIX, on one processor core, in minutes.")
    {
        With(_training, _market, _data);
        Examples.Add(("An agent for backtests from 2018 on", "forexe2e models train rl --bars EURUSD_5m.csv.gz --bars-for GBPUSD=GBPUSD_1h.csv.gz --bars-for USDJPY=USDJPY_1h.csv.gz --bars-for AUDUSD=AUDUSD_1h.csv.gz --bars-for USDCHF=USDCHF_1h.csv.gz --vix VIX.csv --until 2017-12-31 --out my-models/rl"));
        Examples.Add(("On a generated market", "forexe2e models train rl --timeframe 1h --from 1991-01-01 --to 1999-12-31 --market-seed 7 --markets 8 --out my-models/rl"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string folder = _training.Folder(parsed);
        DataSources sources = _data.Read(parsed);
        (DateTime from, DateTime to) = Span(parsed, sources);
        using MarketDataFiles files = new();
        MarketData[] markets = new MarketData[_training.Markets(parsed, sources.IsSynthetic)];
        for (int i = 0; i < markets.Length; i++)
            markets[i] = await files.Load(_market.Market(parsed), sources with { SyntheticSeed = sources.SyntheticSeed + (ulong)i }, from, to, terminal.Interruption.Requested);
        MarketData data = markets[0];
        DateTime until = Earlier(to, data.Bars.EndOf(data.Bars.Count - 1));
        string origin = sources.IsSynthetic
            ? FormattableString.Invariant($"generated ({markets.Length} markets, seeds from {sources.SyntheticSeed} up): not a real market")
            : Path.GetFileName(sources.Bars)!;
        string words = FormattableString.Invariant(
            $"{_market.Market(parsed)} and four pairs, {data.Bars.StartOf(0):yyyy-MM-dd} to {until:yyyy-MM-dd}, {origin}");
        AgentTrainingReport report = Failure.Refused(
            ExitCode.BadData, () => AgentTrainer.Train(markets, until, _training.Settings(parsed), words, p => Tell(terminal, p), terminal.Interruption.Requested));
        ModelCheckpoint written = CheckpointWriter.Write(report.Checkpoint, folder);
        AgentTrainingDocument document = AgentTrainingDocument.Of(written, report);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.AgentTrainingDocument);
        }
        else
        {
            AgentReport.Show(terminal.Results, document);
        }

        return ExitCode.Success;
    }

    private static void Tell(Terminal terminal, AgentProgress look) => terminal.Note(FormattableString.Invariant(
        $"{look.Shape}, round {look.Round}: reward {look.Reward:F4} a day (equal weights {look.EqualReward:F4}), critic's error {look.CriticError:F3}{(look.IsBest ? ", the best so far" : "")}"));

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private (DateTime From, DateTime To) Span(ParseResult parsed, DataSources sources)
    {
        (DateTime? from, DateTime? to) = (_market.From(parsed), _market.To(parsed));
        (DateTime begin, DateTime end) = sources.IsSynthetic ? DefinitionOptions.GeneratedSpan(from, to) : (from ?? DateTime.UnixEpoch, to ?? DateTime.UnixEpoch.AddYears(130));
        end = Earlier(end, _training.Until(parsed) ?? end);
        return begin < end ? (begin, end) : throw new CommandException(
            ExitCode.WrongUsage, FormattableString.Invariant($"There is nothing to learn from between {begin:yyyy-MM-dd} and {end:yyyy-MM-dd}: let the start lie before --until."));
    }
}
