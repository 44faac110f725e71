using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace ForexE2E.Host.Composition;

/// <summary>Writes log events to standard error, one at a time.</summary>
internal sealed class ErrorStreamSink(TextWriter error, ITextFormatter formatter) : ILogEventSink
{
    private readonly Lock _turn = new();

    public void Emit(LogEvent logEvent)
    {
        lock (_turn)
        {
            formatter.Format(logEvent, error);
        }
    }
}
