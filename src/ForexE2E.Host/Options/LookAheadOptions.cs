using System.CommandLine;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>How thoroughly look-ahead is searched for.</summary>
internal sealed class LookAheadOptions : OptionGroup
{
    private readonly Option<int> _cuts;
    private readonly Option<bool> _plantLeak;
    private readonly Option<int> _parallel;
    private readonly Option<ulong> _seed;

    public LookAheadOptions()
        : base("Look-ahead")
    {
        _cuts = Add("--cuts", "N", "Seeded bars at which the future is taken away and changed, besides the edge bars; 0 to 10000 [default: 12]", OptionValue.Whole, 12);
        _plantLeak = AddSwitch("--plant-leak", "Add a test component that looks one bar ahead: it must be found out");
        _parallel = Add("--parallel", "N", "Threads [default: the number of processors]", OptionValue.Whole, Environment.ProcessorCount);
        _seed = Add("--seed", "N", "Seed of the cuts, of the other futures and of the fits [default: 1]", OptionValue.Seed, 1UL);
    }

    /// <exception cref="CommandException">Out of range.</exception>
    public int Cuts(ParseResult parsed) => parsed.GetValue(_cuts) is >= 0 and <= 10_000 and var cuts
        ? cuts
        : throw new CommandException(ExitCode.WrongUsage, "--cuts must be 0 to 10000.");

    public bool PlantLeak(ParseResult parsed) => parsed.GetValue(_plantLeak);

    /// <exception cref="CommandException">Less than one.</exception>
    public int Parallel(ParseResult parsed) => parsed.GetValue(_parallel) is >= 1 and <= 1024 and var parallel
        ? parallel
        : throw new CommandException(ExitCode.WrongUsage, "--parallel must be 1 to 1024.");

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);
}
