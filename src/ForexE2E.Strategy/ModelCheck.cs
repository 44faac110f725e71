using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Sssd;

namespace ForexE2E.Strategy;

/// <summary>Opens a checkpoint as a run would, and closes it again.</summary>
public static class ModelCheck
{
    /// <exception cref="ModelException">It does not fit its kind, or does not compute.</exception>
    public static void Open(ModelCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (checkpoint.Kind == ModelKind.Sssd)
        {
            new SssdModel(checkpoint).Dispose();
            return;
        }

        _ = AgentCheckpoint.Load(checkpoint);
    }
}
