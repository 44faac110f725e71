namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>One way in which bars are written into files.</summary>
internal interface IBarFormat
{
    /// <summary>The format with its layout when the first lines are written in it, else null.</summary>
    BarFileFormat? Recognise(FirstLines lines);
}
