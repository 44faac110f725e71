using System.Globalization;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace ForexE2E.Host.Composition;

/// <summary>Where the program's log goes: a file, standard error, both, or nowhere; never standard output.</summary>
internal static class Logs
{
    private const string Line = "{Timestamp:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <param name="file">Null for no file.</param>
    /// <param name="toError">Whether standard error gets the log even when not verbose.</param>
    /// <param name="format">How lines look, in both places.</param>
    /// <exception cref="CommandException">The log file cannot be written.</exception>
    public static Logger Open(string? file, bool verbose, TextWriter error, bool toError = false, LogFormat format = LogFormat.Text)
    {
        ITextFormatter formatter = format == LogFormat.Json ? new RenderedCompactJsonFormatter() : new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture);
        LoggerConfiguration configuration = new LoggerConfiguration().MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Information);
        if (verbose || toError)
        {
            configuration.WriteTo.Sink(new ErrorStreamSink(error, formatter));
        }

        if (file is not null)
        {
            CheckWritable(file);
            configuration.WriteTo.File(formatter, file);
        }

        return configuration.CreateLogger();
    }

    // Serilog swallows a sink's failures; a log that was asked for and cannot be written is the user's business.
    private static void CheckWritable(string file)
    {
        try
        {
            using FileStream _ = new(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(ExitCode.WrongUsage, $"Log file {file} cannot be written: {e.Message} Name a file in a folder you may write to.", e);
        }
    }
}
