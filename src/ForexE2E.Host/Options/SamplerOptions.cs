using System.CommandLine;
using ForexE2E.Optimization.Pruners;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Host.Options;

/// <summary>Which sampler suggests, in which space, with which luck.</summary>
internal sealed class SamplerOptions : OptionGroup
{
    private readonly Option<string?> _space;
    private readonly Option<int> _objectives;
    private readonly Option<string> _sampler;
    private readonly Option<ulong> _seed;
    private readonly Option<int> _trials;
    private readonly Option<string> _pruner;
    private readonly Option<int> _windows;

    public SamplerOptions()
        : base("Sampler")
    {
        _space = Add("--space", "FILE", "The search space, a JSON file (docs/samplers.md) [required]", t => (string?)t, null);
        _objectives = Add("--objectives", "N", "Values a trial is told with, all minimised [default: 1]", OptionValue.Whole, 1);
        _sampler = Add("--sampler", "NAME", $"One of {string.Join(", ", SamplerFactory.Names)} [default: auto]", OptionValue.Text, "auto");
        _seed = Add("--seed", "N", "All luck comes from it [default: 1]", OptionValue.Seed, 1UL);
        _trials = Add("--trials", "N", "Trials intended, for samplers that plan their budget [default: 1000]", OptionValue.Whole, 1000);
        _pruner = Add("--pruner", "NAME", $"What answers reports: one of {string.Join(", ", PrunerFactory.Names)} [default: none]", OptionValue.Text, "none");
        _windows = Add("--windows", "N", "Windows of a trial, for the pruner [default: 100]", OptionValue.Whole, 100);
    }

    /// <summary>Null when none was named.</summary>
    public string? Space(ParseResult parsed) => parsed.GetValue(_space);

    public int Objectives(ParseResult parsed) => parsed.GetValue(_objectives);

    public string Sampler(ParseResult parsed) => parsed.GetValue(_sampler)!;

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    public int Trials(ParseResult parsed) => parsed.GetValue(_trials);

    /// <exception cref="ArgumentException">There is no such pruner.</exception>
    public IPruner Pruner(ParseResult parsed) => PrunerFactory.Create(parsed.GetValue(_pruner)!, Objectives(parsed), parsed.GetValue(_windows));
}
