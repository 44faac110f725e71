using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Storage.Models;

namespace ForexE2E.Strategy.Tests.Sssd;

/// <summary>The checkpoints that lie beside the program.</summary>
internal static class ShippedModels
{
    public static ImmutableArray<ModelCheckpoint> Sssd { get; } = new ModelFiles().Load(null).Of(ModelKind.Sssd);
}
