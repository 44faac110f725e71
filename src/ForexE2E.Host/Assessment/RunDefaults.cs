using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Assessment;

/// <summary>The default set of a run: parameters its record holds fixed have their fixed value.</summary>
internal static class RunDefaults
{
    public static ParameterSet Of(Run run) => ParameterCatalog.Space(run.Record.Fixed).Defaults;
}
