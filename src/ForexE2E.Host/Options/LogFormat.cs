namespace ForexE2E.Host.Options;

/// <summary>How a line of the log looks.</summary>
internal enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line, with what the message speaks of as properties.</summary>
    Json,
}
