using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Domain.Parameters;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Agents;

/// <summary>Hidden layers of an actor or a critic, and the width of the recurrent trunk below them; 0 for none.</summary>
internal sealed record AgentShape
{
    /// <summary>The widest trunk; a checkpoint holds this one, and the first units of it are the narrower ones.</summary>
    public const int WidestTrunk = 256;

    /// <summary>The narrowest trunk.</summary>
    public const int NarrowestTrunk = 64;

    private AgentShape(string layers, int trunk)
    {
        Layers = layers;
        Hidden = [.. layers.Trim('[', ']').Split(',').Select(n => int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture))];
        Trunk = trunk;
    }

    /// <summary>All shapes of the catalogue, trunks at their widest.</summary>
    public static ImmutableArray<AgentShape> Shipped { get; } =
    [
        .. from trunk in new[] { 0, WidestTrunk }
           from layers in ParameterCatalog.All[ParameterCatalog.All.IndexOf("rl_actor_hidden_layers")].Choices
           select new AgentShape(layers, trunk),
    ];

    /// <summary>As the catalogue writes them, such as [256,128].</summary>
    public string Layers { get; }

    public ImmutableArray<int> Hidden { get; }

    public int Trunk { get; }

    /// <summary>Name of the shape in files: 256-128, or 256-128-lstm whatever the trunk's width.</summary>
    public string Name => string.Join('-', Hidden) + (Trunk > 0 ? "-lstm" : "");

    /// <summary>The shape a checkpoint holds it in.</summary>
    public AgentShape Widest => Trunk > 0 ? new AgentShape(Layers, WidestTrunk) : this;

    public static AgentShape ActorOf(ParameterSet p) => new(p.GetChoice("rl_actor_hidden_layers"), TrunkOf(p));

    public static AgentShape CriticOf(ParameterSet p) => new(p.GetChoice("rl_critic_hidden_layers"), TrunkOf(p));

    /// <summary>The same layers on a trunk of another width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no trunk, or the width is none of the catalogue's.</exception>
    public AgentShape WithTrunk(int width) => Trunk > 0 && width is >= NarrowestTrunk and <= WidestTrunk
        ? new AgentShape(Layers, width)
        : throw new ArgumentOutOfRangeException(nameof(width), width, $"A trunk is {NarrowestTrunk} to {WidestTrunk} units wide");

    /// <summary>Five logits of the weights. They start near zero: all pairs alike.</summary>
    public Network Actor() => Build("actor", DailyCloses.Pairs, 0.01f);

    /// <summary>The reward that the state promises.</summary>
    public Network Critic() => Build("critic", 1, 1f);

    public bool Equals(AgentShape? other) => other is not null && Layers == other.Layers && Trunk == other.Trunk;

    public override int GetHashCode() => HashCode.Combine(Layers, Trunk);

    private static int TrunkOf(ParameterSet p) => p.GetBool("rl_use_lstm") ? p.GetInt("rl_lstm_hidden_size") : 0;

    private Network Build(string name, int outputs, float gain)
    {
        List<Layer> layers = [];
        int width = AgentState.Entries;
        if (Trunk > 0)
        {
            layers.Add(new Lstm(width, Trunk));
            width = Trunk;
        }

        foreach (int hidden in Hidden)
        {
            layers.Add(new Dense(width, hidden));
            layers.Add(new Activation(ActivationKind.Tanh, hidden));
            width = hidden;
        }

        layers.Add(new Dense(width, outputs, gain));
        return new Network(new Sequential([.. layers]), name);
    }
}
