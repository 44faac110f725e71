using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Strategy;

/// <summary>The checkpoints that the components of a run need: those of every learned component that takes part.</summary>
internal sealed class ModelsInUse
{
    private readonly MarketData _data;
    private readonly ImmutableArray<ModelKind> _kinds;

    /// <exception cref="ModelException">A component takes part, but the folder holds no model of its kind.</exception>
    public ModelsInUse(MarketData data, ImmutableArray<ComponentStatus> components)
    {
        _data = data;
        _kinds = [.. components.Where(c => c.Active).Select(c => KindOf(c.Component)).OfType<ModelKind>()];
        Stamps = [.. _kinds.SelectMany(k => data.Models!.Of(k)).Select(c => c.Stamp)];
    }

    /// <summary>For the record of the run.</summary>
    public ImmutableArray<ModelStamp> Stamps { get; }

    /// <summary>Refuses models trained on data of a test span.</summary>
    /// <param name="firstTest">Start of the earliest test span, UTC.</param>
    /// <exception cref="ModelException">A model was trained until a later instant.</exception>
    public void RefuseTooNew(DateTime firstTest)
    {
        foreach (ModelKind kind in _kinds)
        {
            _data.Models!.RefuseTooNew(kind, firstTest);
        }
    }

    private static ModelKind? KindOf(Component component) => component switch
    {
        Component.Sssd => ModelKind.Sssd,
        Component.Rl => ModelKind.Rl,
        _ => null,
    };
}
