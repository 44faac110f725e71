using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Learning.Onnx;
using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Rl.Ppo;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Training;

/// <summary>
/// Trains an actor and a critic of one shape from nothing. A recurrent one is cut to another width each round, so that every width
/// of the catalogue serves; it is judged at the catalogue's default width. What is kept is rounded to 16-bit numbers first.
/// </summary>
internal sealed class ShapeTraining
{
    private const int JudgedTrunk = 128;
    private const float FirstLog = -1;

    private static readonly int[] Trunks = [256, 64, 128, 192, 96, 160];
    private static readonly PpoSettings Learning = new() { Epochs = 3, MiniBatch = 352, Rollouts = 4 };

    private readonly AgentShape _shape;
    private readonly AgentTrainingSettings _settings;
    private readonly TrainingDays _days;
    private readonly AgentExam _exam;
    private readonly SplitMix64 _luck;
    private readonly float[] _actor;
    private readonly float[] _critic;

    public ShapeTraining(AgentShape shape, AgentTrainingSettings settings, TrainingDays days)
    {
        (_shape, _settings, _days) = (shape, settings, days);
        _exam = new AgentExam(days.Validation(), Learning.Gamma);
        ulong seed = SeedOf.Mix(settings.Seed, (ulong)AgentShape.Shipped.IndexOf(shape), 32);
        _luck = new SplitMix64(seed);
        _actor = [.. shape.Actor().Initialize(seed), .. Enumerable.Repeat(FirstLog, DailyCloses.Pairs)];
        _critic = shape.Critic().Initialize(SeedOf.Mix(seed, 1, 33));
        BestActor = _actor;
        BestCritic = _critic;
        Best = new AgentProgress(shape.Name, 0, double.NegativeInfinity, _exam.EqualReward, 1, IsBest: false);
    }

    public float[] BestActor { get; private set; }

    public float[] BestCritic { get; private set; }

    public AgentProgress Best { get; private set; }

    public void Run(Action<AgentProgress> progress, CancellationToken cancellation)
    {
        Dictionary<int, Cut> cuts = (_shape.Trunk == 0 ? [0] : Trunks).ToDictionary(t => t, t => new Cut(_shape, t, _settings));
        int sinceBest = 0;
        Look(0, progress);
        for (int round = 1; round <= _settings.Rounds && sinceBest < _settings.Patience; round++)
        {
            Cut cut = cuts[_shape.Trunk == 0 ? 0 : Trunks[round % Trunks.Length]];
            cut.Improve(_actor, _critic, _days.Draw(_luck), _luck, cancellation);
            if (round % _settings.LookEvery == 0)
                sinceBest = Look(round, progress) ? 0 : sinceBest + 1;
        }
    }

    private bool Look(int round, Action<AgentProgress> progress)
    {
        float[] actor = [.. _actor], critic = [.. _critic];
        NetworkGraph.RoundToHalves(actor);
        NetworkGraph.RoundToHalves(critic);
        Cut judged = new(_shape, _shape.Trunk == 0 ? 0 : JudgedTrunk, _settings);
        double reward = _exam.Reward(judged.Shape.Actor(), judged.ActorOf(actor));
        double error = _exam.CriticError(judged.Shape.Critic(), judged.CriticOf(critic));
        bool isBetterCritic = error < Best.CriticError || round == 0;
        AgentProgress look = new(_shape.Name, round, reward, _exam.EqualReward, error, reward > Best.Reward);
        progress(look);
        // Actor and critic serve apart from each other, so each is kept at its own best look.
        if (look.IsBest)
            (Best, BestActor) = (look with { CriticError = Best.CriticError }, actor);
        if (isBetterCritic)
            (Best, BestCritic) = (Best with { CriticError = error }, critic);
        return look.IsBest || isBetterCritic;
    }

    /// <summary>The network at one width of the trunk, and where its numbers lie in the widest one.</summary>
    private sealed class Cut
    {
        private readonly int[] _actorPlaces;
        private readonly int[] _criticPlaces;
        private readonly BatchShape _batch;
        private PpoLearner? _learner;

        public Cut(AgentShape wide, int trunk, AgentTrainingSettings settings)
        {
            Shape = trunk == 0 ? wide : wide.WithTrunk(trunk);
            Network actor = wide.Actor(), narrow = Shape.Actor();
            _actorPlaces = [.. TrunkCut.Places(actor, narrow), .. Enumerable.Range(actor.ParameterCount, DailyCloses.Pairs)];
            _criticPlaces = TrunkCut.Places(wide.Critic(), Shape.Critic());
            _batch = new BatchShape(settings.Steps + 1, settings.Sequences);
        }

        public AgentShape Shape { get; }

        public float[] ActorOf(float[] wide) => [.. _actorPlaces.Select(p => wide[p])];

        public float[] CriticOf(float[] wide) => [.. _criticPlaces.Select(p => wide[p])];

        public void Improve(float[] actor, float[] critic, Episodes episodes, SplitMix64 luck, CancellationToken cancellation)
        {
            _learner ??= new PpoLearner(Shape.Actor(), Shape.Critic(), _batch);
            TrunkCut.Take(actor, _actorPlaces, _learner.Actor);
            TrunkCut.Take(critic, _criticPlaces, _learner.Critic);
            // Several widths share the numbers, so one width's moments say little of the next round's; one shape alone may keep them.
            if (Shape.Trunk > 0)
                _learner.Restart();
            _learner.Improve(episodes, Learning, luck, cancellation);
            TrunkCut.Return(_learner.Actor, _actorPlaces, actor);
            TrunkCut.Return(_learner.Critic, _criticPlaces, critic);
        }
    }
}
