using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Backtesting.LookAhead;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Progress;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e verify lookahead: truncate and compare on every component, on the user's data.</summary>
internal sealed class VerifyLookAheadCommand : Verb
{
    private readonly DefinitionOptions _definition = new(outOfSample: 0);
    private readonly LookAheadOptions _lookAhead = new();

    public VerifyLookAheadCommand()
        : base("lookahead", "Takes the future away, and changes it, at many bars: whatever a component said before must stay the same to the last bit. Exit code 8 when it does not.")
    {
        With(_definition.Market, _definition.Data, _definition.Components, _definition.WalkForward, _definition.Costs, _definition.Account, _lookAhead);
        Examples.Add(("On a generated market", "forexe2e verify lookahead"));
        Examples.Add(("On your bars", "forexe2e verify lookahead --bars EURUSD_5m.csv.gz --vix VIX.csv --sentiment COT.csv --cuts 30"));
        Examples.Add(("Is a leak found at all?", "forexe2e verify lookahead --plant-leak"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        using MarketDataFiles files = new();
        CancellationToken cancellation = terminal.Interruption.Requested;
        RunDefinition asked = await _definition.Read(parsed, files, cancellation);
        RunDefinition definition = Failure.Refused(ExitCode.WrongUsage, (asked with { Seed = _lookAhead.Seed(parsed) }).Validated);
        (int seeded, int parallel) = (_lookAhead.Cuts(parsed), _lookAhead.Parallel(parsed));
        MarketData data = await files.Load(definition.Market, definition.Data, definition.From, definition.To, cancellation);
        LookAheadCheck check = Failure.Refused(
            ExitCode.WrongUsage, () => new LookAheadCheck(definition, data, _lookAhead.Seed(parsed), _lookAhead.PlantLeak(parsed)));
        CutResult[] results = Examine(check, check.Cuts(seeded), parallel, terminal);
        LookAheadDocument document = Document(definition, data, check, results);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.LookAheadDocument);
        }
        else
        {
            LookAheadReport.Show(terminal.Results, document);
        }

        return document.LookAheadFound ? ExitCode.LookAheadFound : ExitCode.Success;
    }

    private static CutResult[] Examine(LookAheadCheck check, ImmutableArray<Cut> cuts, int parallel, Terminal terminal)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        StepLines progress = new(terminal.Error, terminal.Clock, "Cuts examined", cuts.Length);
        var results = new CutResult[cuts.Length];
        Parallel.For(0, cuts.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, i =>
        {
            results[i] = check.Examine(cuts[i], cancellation);
            progress.Done();
        });
        return results;
    }

    private static LookAheadDocument Document(RunDefinition definition, MarketData data, LookAheadCheck check, CutResult[] results)
    {
        ILookup<string, (Cut Cut, ComponentVerdict Verdict)> verdicts = results
            .SelectMany(r => r.Verdicts.Select(v => (r.Cut, Verdict: v))).ToLookup(v => v.Verdict.Component, StringComparer.Ordinal);
        IReadOnlyList<LeakDocument> leaks = LeakDocument.Of(results, data.Bars);
        return new LookAheadDocument(
            DataDocument.Of(definition, data.Hash),
            SettingsDocument.Of(definition),
            leaks.Count > 0,
            [.. results.Select(r => new CutDocument(r.Cut.Bar, data.Bars.StartOf(r.Cut.Bar), r.Cut.Why))],
            [
                .. check.Components.Select(c => new VerifiedComponentDocument(
                    c.Name,
                    c.What,
                    verdicts[c.Name].Where(v => v.Verdict.Compared > 0).Select(v => v.Cut.Bar).Distinct().Count(),
                    verdicts[c.Name].Sum(v => (long)v.Verdict.Compared),
                    verdicts[c.Name].Any(v => v.Verdict.FirstLeak is not null))),
            ],
            leaks,
            ComponentDocument.Of(check.Statuses),
            definition.Data.IsSynthetic ? ["Generated bars: not a real market."] : []);
    }
}
