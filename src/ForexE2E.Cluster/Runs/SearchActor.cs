using System.Collections.Immutable;
using Akka.Actor;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Stopping;

namespace ForexE2E.Cluster.Runs;

/// <summary>Holds the sampler of one run. Suggesting is work for a processor, so this actor lives on the compute dispatcher.</summary>
internal sealed class SearchActor : ReceiveActor
{
    private readonly RunDefinition _definition;
    private readonly ISampler _sampler;
    private readonly IStopRule _stopRule;
    private int _told;

    public SearchActor(RunDefinition definition, ParameterSpace space, SearchMethods methods)
    {
        _definition = definition;
        _sampler = methods.Sampler(space, Observations.SettingsOf(definition));
        _stopRule = methods.StopRule(definition.Stopping);
        Receive<SearchProtocol.Decide>(m => Answer(() => Decide(m)));
        Receive<SearchProtocol.Choose>(m => Answer(() => methods.Choose(m.Run)));
    }

    private SearchProtocol.Decided Decide(SearchProtocol.Decide ask)
    {
        if (_stopRule.ReasonToStop(ask.Run, ask.Elapsed) is { } reason)
        {
            return new SearchProtocol.Decided(reason, []);
        }

        for (; _told < ask.Order.Length; _told++)
        {
            _sampler.Observe(Observations.Of(ask.Run.Trials[new TrialNumber(ask.Order[_told])], _definition));
        }

        return new SearchProtocol.Decided(null, Suggest(ask));
    }

    private ImmutableArray<Trial> Suggest(SearchProtocol.Decide ask)
    {
        ImmutableArray<PendingTrial> pending =
            [.. ask.Run.Trials.Values.Where(t => !t.IsFinished).Select(t => new PendingTrial(t.Number.Value, t.Parameters))];
        var trials = ImmutableArray.CreateBuilder<Trial>(ask.Count);
        for (int i = 0; i < ask.Count; i++)
        {
            int number = ask.Run.Trials.Count + i;
            ParameterSet parameters = _sampler.Suggest(number, pending, SeedOf.Suggestion(_definition.Seed, number));
            trials.Add(new Trial
            {
                Number = new TrialNumber(number),
                State = TrialState.Waiting,
                Parameters = parameters,
                Seen = ask.Order,
                Pending = [.. pending.Select(p => p.Number)],
                CreatedAt = ask.Now,
            });
            pending = pending.Add(new PendingTrial(number, parameters));
        }

        return trials.MoveToImmutable();
    }

    private void Answer(Func<object> question)
    {
        object answer;
        try
        {
            answer = question();
        }
#pragma warning disable CA1031 // Whatever a sampler throws ends the run with that cause, and not the node.
        catch (Exception e)
#pragma warning restore CA1031
        {
            answer = new SearchProtocol.SearchFailed(e);
        }

        Sender.Tell(answer);
    }
}
