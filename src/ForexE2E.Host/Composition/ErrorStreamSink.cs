using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace ForexE2E.Host.Composition;

/// <summary>Writes log events to standard error, one at a time.</summary>
internal sealed class ErrorStreamSink(TextWriter error, string template) : ILogEventSink
{
    private readonly MessageTemplateTextFormatter _formatter = new(template, CultureInfo.InvariantCulture);
    private readonly Lock _turn = new();

    public void Emit(LogEvent logEvent)
    {
        lock (_turn)
        {
            _formatter.Format(logEvent, error);
        }
    }
}
