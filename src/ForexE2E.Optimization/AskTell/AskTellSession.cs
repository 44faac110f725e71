using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Pruners;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.AskTell;

/// <summary>
/// The ask-tell protocol without its pipe: takes a line of JSON, answers with lines of JSON, so that any program can be the
/// objective (docs/samplers.md). Losses are minimised. A line that cannot be understood is answered by an error line and
/// changes nothing.
/// </summary>
public sealed class AskTellSession
{
    /// <summary>Most trials one ask may want.</summary>
    public const int MostAtOnce = 10_000;

    private readonly ParameterSpace _space;
    private readonly ISampler _sampler;
    private readonly IPruner _pruner;
    private readonly int _objectives;
    private readonly ulong _seed;
    private readonly SortedDictionary<int, ParameterSet> _open = [];
    private readonly ParetoFront _front = new();
    private int _asked;
    private int _earlier;

    /// <exception cref="ArgumentException">Unknown sampler or fewer than one objective.</exception>
    public AskTellSession(ParameterSpace space, int objectives, string sampler, ulong seed, IPruner? pruner = null, int plannedTrials = 1000)
    {
        _space = space ?? throw new ArgumentNullException(nameof(space));
        _sampler = SamplerFactory.Create(space, sampler, objectives, plannedTrials);
        _pruner = pruner ?? new NoPruner();
        (_objectives, _seed) = (objectives, seed);
    }

    /// <summary>Answers one line; an empty line has no answer.</summary>
    public IReadOnlyList<string> Handle(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (string.IsNullOrWhiteSpace(line))
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonText.Parse(line);
            return Answer(document.RootElement);
        }
        catch (JsonException e)
        {
            return [Reply.Error("not valid JSON: " + e.Message)];
        }
        catch (Exception e) when (e is ProtocolException or ParameterException)
        {
            return [Reply.Error(e.Message)];
        }
        catch (Exception e) when (e is InvalidOperationException or RegexMatchTimeoutException)
        {
            // Text that is no Unicode, or a line made to be slow.
            return [Reply.Error("cannot be read: " + e.Message)];
        }
    }

    private IReadOnlyList<string> Answer(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || message.EnumerateObject().Count() != 1)
        {
            throw new ProtocolException("a message must be an object with one of ask, tell, report, fail, known, best");
        }

        JsonProperty said = message.EnumerateObject().First();
        return said.Name switch
        {
            "ask" => Ask(said.Value),
            "tell" => Tell(said.Value),
            "report" => Report(said.Value),
            "fail" => Fail(said.Value),
            "known" => Known(said.Value),
            "best" => [Reply.Best(_front.Members, _objectives)],
            _ => throw new ProtocolException($"unknown message '{said.Name}': must be ask, tell, report, fail, known or best"),
        };
    }

    private List<string> Ask(JsonElement count)
    {
        int wanted = Message.Number(count, "ask");
        if (wanted is < 1 or > MostAtOnce)
        {
            throw new ProtocolException(FormattableString.Invariant($"ask must be a whole number from 1 to {MostAtOnce}"));
        }

        List<string> lines = [];
        for (int i = 0; i < wanted; i++)
        {
            int number = _asked++;
            ImmutableArray<PendingTrial> pending = [.. _open.Select(o => new PendingTrial(o.Key, o.Value))];
            ParameterSet set = _sampler.Suggest(number, pending, SeedOf.Suggestion(_seed, number));
            _open[number] = set;
            lines.Add(Reply.Trial(number, set));
        }

        return lines;
    }

    private List<string> Tell(JsonElement tell)
    {
        (int number, ParameterSet set) = Open(tell);
        ImmutableArray<double> values = Message.Values(tell, _objectives);
        double violation = Message.Violation(tell);
        bool pruned = Message.Flag(tell, "pruned");
        Close(pruned ? ObservedTrial.Pruned(number, set, values, violation) : ObservedTrial.Completed(number, set, values, violation));
        return values.All(double.IsFinite) && double.IsFinite(violation)
            ? []
            : [Reply.Error(FormattableString.Invariant($"trial {number}: values must be finite; it counts as failed"))];
    }

    private List<string> Report(JsonElement report)
    {
        (int number, _) = Open(report);
        ImmutableArray<double> values = Message.Values(report, _objectives);
        _pruner.Report(new WindowReport(number, Message.Whole(report, "window"), values.All(double.IsFinite) ? values : [], Message.Violation(report)));
        string? reason = _pruner.ReasonToPrune(number);
        return [Reply.Verdict(number, reason)];
    }

    private List<string> Fail(JsonElement fail)
    {
        (int number, ParameterSet set) = fail.ValueKind == JsonValueKind.Number ? Open(Message.Number(fail, "fail")) : Open(fail);
        Close(ObservedTrial.Failed(number, set));
        return [];
    }

    // A trial of an earlier run: the sampler learns from it, but it is no result of this one.
    private List<string> Known(JsonElement known)
    {
        ParameterSet set = Message.Set(known, _space);
        ImmutableArray<double> values = Message.Values(known, _objectives);
        var trial = ObservedTrial.Completed(--_earlier, set, values, Message.Violation(known));
        _sampler.Observe(trial);
        return trial.IsFailed ? [Reply.Error("known: values must be finite; it counts as failed")] : [];
    }

    private void Close(ObservedTrial trial)
    {
        _open.Remove(trial.Number);
        _sampler.Observe(trial);
        _front.Add(trial);
        _pruner.End(trial.Number, completed: !trial.IsFailed && !trial.IsPruned);
    }

    private (int Number, ParameterSet Set) Open(JsonElement message) => Open(Message.Whole(message, "trial"));

    private (int Number, ParameterSet Set) Open(int number) => _open.TryGetValue(number, out ParameterSet? set)
        ? (number, set)
        : throw new ProtocolException(number >= 0 && number < _asked
            ? FormattableString.Invariant($"trial {number} has been told already")
            : FormattableString.Invariant($"trial {number} was never asked for"));
}
