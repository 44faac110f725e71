using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ForexE2E.Benchmarks.Backtests;
using ForexE2E.Benchmarks.Optimizers;
using ForexE2E.Benchmarks.Placement;
using ForexE2E.Benchmarks.Portfolios;
using ForexE2E.Benchmarks.Storage;
using ForexE2E.Benchmarks.Throughput;

// A first argument other than BenchmarkDotNet's own options names a contest with a measure of its own.
return args switch
{
    ["optimizers", ..] => OptimizersCommand.Run(args[1..]),
    ["phases"] => TrialPhases.Run(),
    ["placement", ..] => await PlacementCommand.Run(args[1..]),
    ["portfolio"] => PortfolioCommand.Run(),
    ["storage", ..] => await StorageCommand.Run(args[1..]),
    ["throughput", ..] => await ThroughputCommand.Run(args[1..]),
    ["variants", ..] => VariantsCommand.Run(args[1..]),
    _ => Benchmarks(args),
};

static int Benchmarks(string[] args)
{
    // In this process: the projects BenchmarkDotNet would generate know nothing of the rooms' closed references.
    IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithMaxIterationCount(20).WithToolchain(InProcessEmitToolchain.Instance));
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
    return 0;
}
