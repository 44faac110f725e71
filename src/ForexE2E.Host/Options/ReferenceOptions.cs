using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Objectives;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>Where the hypervolume of a front is measured from.</summary>
internal sealed class ReferenceOptions : OptionGroup
{
    private readonly Option<ImmutableArray<double>> _reference;

    public ReferenceOptions()
        : base("Hypervolume") =>
        _reference = Add(
            "--reference", "LIST", "Values of the objectives to measure from, in the run's order, such as -10,100,0,10 [default: what the defaults gave, else the worst seen]",
            t => t.Split(',').Select(OptionValue.Number).ToImmutableArray(), []);

    /// <summary>Empty when none was said.</summary>
    /// <exception cref="CommandException">Not as many values as the run has objectives.</exception>
    public ImmutableArray<double> Read(ParseResult parsed, ObjectiveSet objectives)
    {
        ImmutableArray<double> values = parsed.GetValue(_reference);
        return values.IsDefaultOrEmpty || values.Length == objectives.All.Length
            ? values.IsDefault ? [] : values
            : throw new CommandException(ExitCode.WrongUsage, FormattableString.Invariant(
                $"--reference must have {objectives.All.Length} values ({string.Join(", ", objectives.All.Select(o => o.Metric))}), had {values.Length}."));
    }
}
