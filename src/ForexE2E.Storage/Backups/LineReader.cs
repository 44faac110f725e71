using System.Security.Cryptography;

namespace ForexE2E.Storage.Backups;

/// <summary>Cuts a stream at line feeds and hashes it on the way. A line is valid until the next one is asked for.</summary>
internal sealed class LineReader(Stream stream, IncrementalHash hash)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The next line without its feed; null at the end.</summary>
    public async Task<ReadOnlyMemory<byte>?> Next(CancellationToken cancellation)
    {
        while (true)
        {
            int feed = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, feed);
                _start += feed + 1;
                return line;
            }

            if (!await Fill(cancellation))
            {
                return _end == _start ? null : throw new EndOfStreamException("the last line is cut off");
            }
        }
    }

    private async Task<bool> Fill(CancellationToken cancellation)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
        hash.AppendData(_buffer.AsSpan(_end, read));
        _end += read;
        return read > 0;
    }
}
