using System.Collections.Immutable;
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
using ForexE2E.Strategy.Rl;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e models advise: which weights the agent would give five pairs, without trading on them.</summary>
internal sealed class ModelsAdviseCommand : Verb
{
    private readonly AdviceOptions _advice = new();
    private readonly MarketOptions _market = new();
    private readonly DataOptions _data = new();

    public ModelsAdviseCommand()
        : base("advise", "Tunes the agent on the days before an instant and says which weights it would give the five pairs on the day to come.")
    {
        With(_advice, _market, _data);
        Examples.Add(("On the eve of a day", "forexe2e models advise --bars EURUSD_5m.csv.gz --bars-for GBPUSD=GBPUSD_1h.csv.gz --bars-for USDJPY=USDJPY_1h.csv.gz --bars-for AUDUSD=AUDUSD_1h.csv.gz --bars-for USDCHF=USDCHF_1h.csv.gz --vix VIX.csv --at 2018-06-01T21:00Z"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DataSources sources = _data.Read(parsed);
        (DateTime? from, DateTime? to) = (_market.From(parsed), _advice.At(parsed) ?? _market.To(parsed));
        (DateTime begin, DateTime end) = sources.IsSynthetic ? DefinitionOptions.GeneratedSpan(from, to) : (from ?? DateTime.UnixEpoch, to ?? DateTime.UnixEpoch.AddYears(130));
        using MarketDataFiles files = new();
        MarketData data = await files.Load(_market.Market(parsed), sources, begin, end, terminal.Interruption.Requested);
        DateTime last = data.Bars.EndOf(data.Bars.Count - 1);
        DateTime at = end < last ? end : last;
        foreach (ModelCheckpoint agent in data.Models?.Of(ModelKind.Rl) ?? [])
        {
            if (agent.TrainedUntil > at)
                throw new CommandException(ExitCode.BadData, $"{agent.Origin}: the agent was trained on data until {Figures.Instant(agent.TrainedUntil)} UTC, after {Figures.Instant(at)}: it would tell what it has seen. Name a later --at or another folder with --models.");
        }

        int days = _advice.TrainDays(parsed);
        ImmutableArray<PairAdvice> advice = Failure.Refused(ExitCode.WrongUsage, () => AgentAdvice.At(data, at, days, _advice.Parameters(parsed), _advice.Seed(parsed), terminal.Interruption.Requested));
        AgentAdviceDocument document = new(
            at, days, [.. advice.Select(a => new WeightDocument(a.Pair.Code, a.Weight, a.SizeFactor))], [.. data.Models!.Of(ModelKind.Rl).Select(ModelDocument.Of)]);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.AgentAdviceDocument);
        }
        else
        {
            AgentReport.Show(terminal.Results, document);
        }

        return ExitCode.Success;
    }
}
