using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>Gathers the parameter rows of one trial into a set of the catalogue.</summary>
internal sealed class ParameterValues(RunId runId, int trialNumber)
{
    private readonly double[] _values = [.. Enumerable.Repeat(double.NaN, ParameterCatalog.All.Count)];

    /// <summary>The regime the set was tried in, as its rows say.</summary>
    public string Regime { get; private set; } = TrialRows.Global;

    /// <exception cref="RunStoreException">The catalogue has no such parameter or value.</exception>
    public void Add(string? regime, string name, string text)
    {
        Regime = regime ?? TrialRows.Global;
        try
        {
            int index = ParameterCatalog.All.IndexOf(name);
            _values[index] = ParameterCatalog.All[index].Parse(text);
        }
        catch (ParameterException e)
        {
            throw new RunStoreException(Foreign(e.Message), e);
        }
    }

    /// <exception cref="RunStoreException">A parameter of the catalogue has no row.</exception>
    public ParameterSet ToSet()
    {
        int missing = Array.FindIndex(_values, double.IsNaN);
        return missing < 0
            ? new ParameterSet(ParameterCatalog.All, ImmutableArray.Create(_values))
            : throw new RunStoreException(Foreign($"Parameter {ParameterCatalog.All[missing].Name} is missing."));
    }

    private string Foreign(string what) => FormattableString.Invariant(
        $"Trial {trialNumber} of run {runId} was stored with another parameter catalogue: {what} Use the version of forexe2e named in the run's record.");
}
