using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Agents;

/// <summary>
/// The numbers that fine-tuning starts from, of every shape, checked: named as our networks name them, finite, and giving in ONNX Runtime
/// what our own forward pass gives. Immutable; 17 MB.
/// </summary>
internal sealed class AgentCheckpoint
{
    private readonly ImmutableSortedDictionary<string, float[]> _numbers;

    private AgentCheckpoint(ImmutableSortedDictionary<string, float[]> numbers) => _numbers = numbers;

    /// <summary>The one agent among a run's models.</summary>
    /// <exception cref="ModelException">There is none, there are several, or it is not what docs/rl.md says.</exception>
    public static AgentCheckpoint Load(ModelSet models)
    {
        ImmutableArray<ModelCheckpoint> found = models.Of(ModelKind.Rl);
        return found.Length == 1 ? Load(found[0]) : throw new ModelException(
            $"{models.Origin} holds {found.Length} rl models ({string.Join(", ", found.Select(f => f.Name))}); a run takes one. Keep one in the folder, or name its own with --models.");
    }

    /// <exception cref="ModelException">It is not what docs/rl.md says.</exception>
    public static AgentCheckpoint Load(ModelCheckpoint checkpoint)
    {
        if (checkpoint.Setting("state") != AgentState.Layout)
            throw new ModelException($"{checkpoint.Origin}: the agent was trained on states of layout '{checkpoint.Setting("state")}', this program makes '{AgentState.Layout}'. Train it anew with 'forexe2e models train rl'.");
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, float[]>(StringComparer.Ordinal);
        foreach (AgentShape shape in AgentShape.Shipped)
        {
            ModelGraph actor = checkpoint.Graph(AgentGraphs.ActorRole(shape)), critic = checkpoint.Graph(AgentGraphs.CriticRole(shape));
            float[] actorNumbers = AgentGraphs.ReadActor(actor, shape), criticNumbers = AgentGraphs.ReadCritic(critic, shape);
            AgentProbe.Compare(actor, shape.Actor(), actorNumbers, AgentGraphs.ActorOutputs);
            AgentProbe.Compare(critic, shape.Critic(), criticNumbers, AgentGraphs.CriticOutputs);
            numbers.Add(actor.Role, actorNumbers);
            numbers.Add(critic.Role, criticNumbers);
        }

        return new AgentCheckpoint(numbers.ToImmutable());
    }

    /// <summary>Fills the vector of an actor, cut to its trunk.</summary>
    public void StartActor(AgentShape shape, Span<float> parameters) => Start(shape, _numbers[AgentGraphs.ActorRole(shape)], shape.Widest.Actor(), shape.Actor(), parameters);

    /// <summary>Fills the vector of a critic, cut to its trunk.</summary>
    public void StartCritic(AgentShape shape, Span<float> parameters) => Start(shape, _numbers[AgentGraphs.CriticRole(shape)], shape.Widest.Critic(), shape.Critic(), parameters);

    private static void Start(AgentShape shape, ReadOnlySpan<float> numbers, Learning.Networks.Network wide, Learning.Networks.Network narrow, Span<float> parameters)
    {
        if (shape.Trunk is 0 or AgentShape.WidestTrunk)
        {
            numbers.CopyTo(parameters);
            return;
        }

        TrunkCut.Take(numbers[..wide.ParameterCount], TrunkCut.Places(wide, narrow), parameters);
        numbers[wide.ParameterCount..].CopyTo(parameters[narrow.ParameterCount..]);
    }
}
