using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Runs;

/// <summary>A trial of an earlier run, as the sampler of this one is told of it.</summary>
/// <param name="Number">Its number in the earlier run.</param>
/// <param name="Regime">The regime it was measured in; Global in a global run.</param>
/// <param name="Texts">Its parameters as texts.</param>
/// <param name="Losses">Smaller is better; empty where undefined.</param>
/// <param name="Violation">How far it broke limits, 0 when it kept them; null: it failed.</param>
/// <param name="Pruned">Whether it was given up early.</param>
public sealed record EarlierTrial(int Number, Regime Regime, ImmutableArray<string> Texts, ImmutableArray<double> Losses, double? Violation, bool Pruned);
