using System.Text.Json;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>Enumerations as the documents spell them: snake_case, as the tables do.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>auto, file, hourly or fixed, as the command line spells them.</summary>
    public static string Of(SpreadModel model) => model switch
    {
        SpreadModel.FromFile => "file",
        SpreadModel.ByHour => "hourly",
        _ => Of<SpreadModel>(model),
    };
}
