using System.CommandLine;

namespace ForexE2E.Host.Options;

/// <summary>The argument that names a run.</summary>
internal static class RunArgument
{
    public static Argument<string?> Create() => new("RUN")
    {
        Description = "Run id, or its first characters as 'run list' shows them [default: the newest run]",
        Arity = ArgumentArity.ZeroOrOne,
    };
}
