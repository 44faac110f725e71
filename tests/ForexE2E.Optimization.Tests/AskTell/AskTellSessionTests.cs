using System.Text.Json;
using CsCheck;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.AskTell;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Tests.AskTell;

public sealed class AskTellSessionTests
{
    private const string Space =
        """
        {"params":[
          {"name":"x","type":"float","low":-5,"high":5},
          {"name":"rate","type":"logfloat","low":1e-5,"high":0.1},
          {"name":"n","type":"int","low":1,"high":8,"default":3},
          {"name":"kind","type":"categorical","choices":4},
          {"name":"shape","type":"categorical","choices":["round","square"]},
          {"name":"on","type":"bool"},
          {"name":"depth","type":"int","low":1,"high":4,"live_when":{"param":"on","value":1}}]}
        """;

    [Fact]
    public void The_first_trial_is_the_defaults_in_the_units_of_the_space() => Assert.Equal(
        """{"trial":0,"parameters":{"x":0,"rate":0.001,"n":3,"kind":0,"shape":"round","on":0,"depth":2}}""",
        Assert.Single(Session(1).Handle("""{"ask":1}""")));

    [Theory]
    [InlineData("tpe")]
    [InlineData("nsga2")]
    [InlineData("cmaes")]
    [InlineData("random")]
    [InlineData("auto")]
    public void Any_number_of_asks_may_be_open_and_told_in_any_order(string sampler)
    {
        AskTellSession session = Session(2, sampler);
        IReadOnlyList<string> asked = session.Handle("""{"ask":30}""");
        Assert.Equal(30, asked.Count);
        foreach (int n in Enumerable.Range(0, 30).Reverse())
        {
            Assert.Empty(session.Handle(FormattableString.Invariant($$$"""{"tell":{"trial":{{{n}}},"values":[{{{n % 7}}},{{{n % 5}}}],"violation":0}}""")));
        }

        Assert.Equal([30, 31], session.Handle("""{"ask":2}""").Select(l => JsonDocument.Parse(l).RootElement.GetProperty("trial").GetInt32()));
    }

    [Fact]
    public void The_best_trial_is_feasible_and_told_with_its_parameters()
    {
        AskTellSession session = Session(1);
        Assert.Equal("""{"best":null}""", Assert.Single(session.Handle("""{"best":true}""")));
        session.Handle("""{"ask":3}""");
        session.Handle("""{"tell":{"trial":0,"values":[2.5],"violation":0}}""");
        session.Handle("""{"tell":{"trial":1,"values":[-9],"violation":0.5}}""");
        session.Handle("""{"fail":{"trial":2}}""");
        Assert.StartsWith("""{"best":{"trial":0,"values":[2.5],"parameters":{"x":0,""", Assert.Single(session.Handle("""{"best":true}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void With_several_objectives_the_best_is_the_front()
    {
        AskTellSession session = Session(2);
        session.Handle("""{"ask":3}""");
        session.Handle("""{"tell":{"trial":0,"values":[1,2]}}""");
        session.Handle("""{"tell":{"trial":1,"values":[2,1]}}""");
        session.Handle("""{"tell":{"trial":2,"values":[3,3]}}""");
        JsonElement best = JsonDocument.Parse(Assert.Single(session.Handle("""{"best":true}"""))).RootElement.GetProperty("best");
        Assert.Equal([0, 1], best.EnumerateArray().Select(t => t.GetProperty("trial").GetInt32()));
    }

    [Theory]
    [InlineData("nonsense", "not valid JSON")]
    [InlineData("[1]", "must be an object")]
    [InlineData("""{"dance":1}""", "unknown message")]
    [InlineData("""{"ask":0}""", "ask must be")]
    [InlineData("""{"tell":{"trial":77,"values":[1]}}""", "never asked")]
    [InlineData("""{"tell":{"trial":0,"values":[1,2]}}""", "must hold 1")]
    [InlineData("""{"tell":{"trial":0,"values":[1],"violation":-1}}""", "negative")]
    [InlineData("""{"tell":{"trial":0}}""", "values")]
    [InlineData("""{"tell":{"trial":0,"values":["a"]}}""", "numbers")]
    public void A_wrong_line_is_answered_by_an_error_and_changes_nothing(string line, string error)
    {
        AskTellSession session = Session(1);
        session.Handle("""{"ask":1}""");
        Assert.Contains(error, JsonDocument.Parse(Assert.Single(session.Handle(line))).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(session.Handle("""{"tell":{"trial":0,"values":[1]}}"""));
    }

    [Fact]
    public void A_trial_cannot_be_told_twice()
    {
        AskTellSession session = Session(1);
        session.Handle("""{"ask":1}""");
        session.Handle("""{"tell":{"trial":0,"values":[1]}}""");
        Assert.Contains("told already", Assert.Single(session.Handle("""{"tell":{"trial":0,"values":[1]}}""")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    [InlineData("null")]
    public void A_value_that_is_not_finite_closes_the_trial_as_failed(string value)
    {
        AskTellSession session = Session(1);
        session.Handle("""{"ask":1}""");
        Assert.Contains("counts as failed", Assert.Single(session.Handle($$$"""{"tell":{"trial":0,"values":[{{{value}}}],"violation":0}}""")), StringComparison.Ordinal);
        Assert.Equal("""{"best":null}""", Assert.Single(session.Handle("""{"best":true}""")));
        Assert.Contains("told already", Assert.Single(session.Handle("""{"tell":{"trial":0,"values":[1]}}""")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"-inf\"")]
    public void A_value_that_is_not_finite_may_be_written_as_text(string value)
    {
        AskTellSession session = Session(1);
        session.Handle("""{"ask":1}""");
        Assert.Contains("counts as failed", Assert.Single(session.Handle($$$"""{"tell":{"trial":0,"values":[{{{value}}}]}}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_numbers_may_be_written_as_any_number()
    {
        AskTellSession session = Session(1);
        Assert.Equal(2, session.Handle("""{"ask":2.0}""").Count);
        Assert.Empty(session.Handle("""{"tell":{"trial":1.0,"values":[1]}}"""));
        Assert.Contains("whole number", Assert.Single(session.Handle("""{"ask":1.5}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_go_out_as_the_space_gave_them()
    {
        var session = new AskTellSession(
            SpaceJson.Parse("""{"params":[{"name":"index","type":"categorical","choices":3},{"name":"text","type":"categorical","choices":["0","1"]},{"name":"number","type":"categorical","choices":[10,2.5],"default":2.5}]}"""),
            1, "tpe", seed: 7);
        Assert.Equal("""{"trial":0,"parameters":{"index":0,"text":"0","number":2.5}}""", Assert.Single(session.Handle("""{"ask":1}""")));
    }

    [Fact]
    public void A_trial_of_an_earlier_run_teaches_but_is_no_result()
    {
        AskTellSession session = Session(1);
        Assert.Empty(session.Handle("""{"known":{"parameters":{"x":2,"kind":3,"shape":"square"},"values":[-5]}}"""));
        Assert.Equal("""{"best":null}""", Assert.Single(session.Handle("""{"best":true}""")));
        Assert.StartsWith("""{"trial":0,"parameters":{"x":0,""", Assert.Single(session.Handle("""{"ask":1}""")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"known":{"values":[1]}}""", "parameters")]
    [InlineData("""{"known":{"parameters":{"y":1},"values":[1]}}""", "y")]
    [InlineData("""{"known":{"parameters":{"x":77},"values":[1]}}""", "Parameter x must be")]
    [InlineData("""{"known":{"parameters":{"x":1},"values":[null]}}""", "counts as failed")]
    public void A_known_trial_the_space_does_not_hold_is_answered_by_an_error(string line, string error) =>
        Assert.Contains(error, JsonDocument.Parse(Assert.Single(Session(1).Handle(line))).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);

    [Fact]
    public void A_pruned_trial_is_never_the_best()
    {
        AskTellSession session = Session(1);
        session.Handle("""{"ask":1}""");
        Assert.Empty(session.Handle("""{"tell":{"trial":0,"values":[1],"pruned":true}}"""));
        Assert.Equal("""{"best":null}""", Assert.Single(session.Handle("""{"best":true}""")));
    }

    [Fact]
    public void A_line_that_is_no_text_is_answered_by_an_error() =>
        Assert.Contains("error", Assert.Single(Session(1).Handle("""{"\ud800":1}""")), StringComparison.Ordinal);

    [Fact]
    public void No_order_of_tells_fails_and_reports_ends_the_conversation() => Gen.Int[0, 6].Array[120].Sample(
        acts =>
        {
            AskTellSession session = Session(2, "auto");
            for (int i = 0; i < acts.Length; i++)
            {
                int trial = i * 7 % 40;
                string line = acts[i] switch
                {
                    0 or 1 => """{"ask":2}""",
                    2 => FormattableString.Invariant($$$"""{"tell":{"trial":{{{trial}}},"values":[{{{i}}},{{{-i}}}]}}"""),
                    3 => FormattableString.Invariant($$$"""{"tell":{"trial":{{{trial}}},"values":[NaN,1],"violation":1}}"""),
                    4 => FormattableString.Invariant($$$"""{"fail":{"trial":{{{trial}}}}}"""),
                    5 => FormattableString.Invariant($$$"""{"report":{"trial":{{{trial}}},"window":{{{i % 3}}},"values":[1,2]}}"""),
                    _ => """{"best":true}""",
                };
                Assert.All(session.Handle(line), answer => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(answer).RootElement.ValueKind));
            }

            Assert.Single(session.Handle("""{"ask":1}"""));
        },
        iter: 20);

    [Fact]
    public void The_same_seed_and_answers_give_the_same_trials()
    {
        static string Play()
        {
            AskTellSession session = Session(1);
            List<string> lines = [];
            for (int n = 0; n < 25; n++)
            {
                lines.AddRange(session.Handle("""{"ask":1}"""));
                session.Handle(FormattableString.Invariant($$$"""{"tell":{"trial":{{{n}}},"values":[{{{(n * 37) % 11}}}]}}"""));
            }

            return string.Join('\n', lines);
        }

        Assert.Equal(Play(), Play());
    }

    [Fact]
    public void Reports_are_answered_by_whether_to_go_on()
    {
        AskTellSession session = Session(1);
        session.Handle("""{"ask":1}""");
        Assert.Equal("""{"trial":0,"prune":false}""", Assert.Single(session.Handle("""{"report":{"trial":0,"window":0,"values":[3]}}""")));
    }

    [Theory]
    [InlineData("""{"params":[]}""", "at least one")]
    [InlineData("""{"params":[{"name":"a","type":"float","low":2,"high":1}]}""", "Parameter a")]
    [InlineData("""{"params":[{"name":"a","type":"logfloat","low":0,"high":1}]}""", "above zero")]
    [InlineData("""{"params":[{"name":"a","type":"colour"}]}""", "type must be")]
    [InlineData("""{"params":[{"name":"a","type":"categorical"}]}""", "choices")]
    [InlineData("""{"params":[{"name":"a","type":"bool"},{"name":"a","type":"bool"}]}""", "twice")]
    [InlineData("""{"params":[{"name":"a","type":"int","low":1,"high":3,"default":9}]}""", "default")]
    [InlineData("""{"params":[{"name":"a","type":"bool","live_when":{"param":"b","value":1}}]}""", "live_when")]
    [InlineData("{", "not valid JSON")]
    public void A_wrong_space_is_refused_by_name(string json, string error) =>
        Assert.Contains(error, Assert.Throws<ParameterException>(() => SpaceJson.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_sampler_is_answered_with_those_there_are() =>
        Assert.Contains(string.Join(", ", SamplerFactory.Names), Assert.Throws<ArgumentException>(() => Session(1, "magic")).Message, StringComparison.Ordinal);

    private static AskTellSession Session(int objectives, string sampler = "tpe") => new(SpaceJson.Parse(Space), objectives, sampler, seed: 7);
}
