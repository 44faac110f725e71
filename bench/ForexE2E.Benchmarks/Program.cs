using ForexE2E.Benchmarks.Optimizers;

return args switch
{
    ["optimizers", ..] => OptimizersCommand.Run(args[1..]),
    _ => 0,
};
