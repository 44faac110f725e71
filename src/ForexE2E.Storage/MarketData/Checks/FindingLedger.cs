using System.Collections.Immutable;
using System.Globalization;

namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>Gathers findings by code while a file is read, without growing with their number.</summary>
internal sealed class FindingLedger
{
    private readonly List<Entry> _entries = [];

    /// <summary>Counts one occurrence. Returns the entry when it is the first, so that only then words are made.</summary>
    /// <param name="line">Line number from 1; 0 when it is no single line.</param>
    /// <param name="minute">Minutes since 1970; null when unknown.</param>
    public Entry? Add(string code, int line, int? minute)
    {
        foreach (Entry known in _entries)
        {
            if (string.Equals(known.Code, code, StringComparison.Ordinal))
            {
                known.Count++;
                return null;
            }
        }

        var entry = new Entry(code, line, minute);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>The error that stands first in the file, those of the whole file last; null when there is none.</summary>
    public BarFileFinding? FirstError() => ToFindings()
        .Where(f => f.Severity == FindingSeverity.Error)
        .OrderBy(f => f.FirstLine ?? int.MaxValue)
        .FirstOrDefault();

    /// <summary>Errors first, then warnings, each in the order they were met.</summary>
    public ImmutableArray<BarFileFinding> ToFindings() =>
        [.. _entries.Select(e => e.ToFinding()).OrderByDescending(f => f.Severity)];

    /// <summary>One kind of finding.</summary>
    internal sealed class Entry(string code, int line, int? minute)
    {
        private string _explanation = "";
        private string? _remedy;
        private FindingSeverity _severity = FindingCodes.SeverityOf(code);

        public string Code => code;

        public long Count { get; set; } = 1;

        /// <summary>Says what was seen, at the first occurrence.</summary>
        public Entry Describe(string explanation)
        {
            _explanation = explanation;
            return this;
        }

        /// <summary>Says what to do, where it is not always the same.</summary>
        public Entry Advise(string remedy)
        {
            _remedy = remedy;
            return this;
        }

        public Entry Weigh(FindingSeverity severity)
        {
            _severity = severity;
            return this;
        }

        public Entry CountAs(long count)
        {
            Count = count;
            return this;
        }

        public BarFileFinding ToFinding()
        {
            DateTime? stamp = minute is { } m ? DateTime.UnixEpoch.AddMinutes(m) : null;
            string more = Count > 1 && line > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({Count} times in the file)") : "";
            return new BarFileFinding(code, _severity, Count, line > 0 ? line : null, stamp, _explanation + more, _remedy ?? FindingCodes.RemedyOf(code));
        }
    }
}
