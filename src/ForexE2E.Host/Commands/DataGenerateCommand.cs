using System.CommandLine;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData;
using ForexE2E.Storage.MarketData.Series;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e data generate: a synthetic market, for machines without data.</summary>
internal sealed class DataGenerateCommand : Verb
{
    private readonly Argument<string> _to = new("TO") { Description = "File to write, .csv or .csv.gz" };
    private readonly MarketOptions _market = new();
    private readonly GenerateOptions _generate = new();

    public DataGenerateCommand()
        : base("generate", "Writes bars of a generated market: regimes, spreads, volume, weekend gaps. Not a real market.")
    {
        Arguments.Add(_to);
        With(_market, _generate);
        Examples.Add(("A whole market as files, with the truth about its regimes", "forexe2e data generate bars.csv.gz --states states.csv --vix vix.csv --sentiment cot.csv --news news.csv --pairs pairs"));
        Examples.Add(("Two years of five-minute bars", "forexe2e data generate generated.csv.gz --from 2018-01-01 --to 2019-12-31 --seed 7"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        (DateTime from, DateTime to) = DefinitionOptions.GeneratedSpan(_market.From(parsed), _market.To(parsed));
        SyntheticMarketData made = Failure.Refused(
            ExitCode.WrongUsage, () => SyntheticMarket.Generate(_market.Market(parsed), from, to, _generate.Seed(parsed), _generate.Moves(parsed)));
        string file = parsed.GetRequiredValue(_to);
        BarFileWriter.Write(made.Bars, file);
        WriteMore(parsed, made);
        WrittenFileReport.Show(terminal, BarFileDocument.Of(file, made.Bars, generated: true), Reporting.Json(parsed));
        return Task.FromResult(ExitCode.Success);
    }

    private void WriteMore(ParseResult parsed, SyntheticMarketData made)
    {
        Write(_generate.States(parsed), path => RegimeStatesFile.Write(path, made.Bars, made.HiddenRegimes));
        Write(_generate.Vix(parsed), path => PublishedSeriesFiles.WriteVix(path, made.Vix));
        Write(_generate.Sentiment(parsed), path => PublishedSeriesFiles.WriteSentiment(path, made.Sentiment));
        Write(_generate.News(parsed), path => PublishedSeriesFiles.WriteNews(path, made.News));
        Write(_generate.Pairs(parsed), folder =>
        {
            Directory.CreateDirectory(folder);
            foreach (BarSeries pair in made.Pairs)
            {
                BarFileWriter.Write(pair, Path.Combine(folder, pair.Symbol.Code + ".csv.gz"));
            }
        });
    }

    private static void Write(string? path, Action<string> write)
    {
        if (path is not null)
        {
            write(path);
        }
    }
}
