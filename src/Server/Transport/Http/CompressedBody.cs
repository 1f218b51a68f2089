using System.Buffers;
using System.IO.Compression;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// The body of an answer to a client that accepts compression. What is short goes out as it is; from
/// <see cref="CompressedFrom"/> bytes on it is compressed, in the coding that is looked for only then. Mutable.
/// </summary>
sealed class CompressedBody(HttpContext http) : IBufferWriter<byte>, IDisposable
{
    /// <summary>
    /// The fewest bytes that are worth it: less fits the first packets of a connection, compressed or not.
    /// </summary>
    public const int CompressedFrom = 2_048;

    const int BlockBytes = 16_384;

    byte[] _block = ArrayPool<byte>.Shared.Rent(BlockBytes);
    int _length;
    bool _isLong;
    Stream? _compressor;

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _block.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _block.AsSpan(_length);
    }

    /// <summary>Passes everything on to the answer, which is flushed by the caller. Nothing is written after.</summary>
    public void Complete()
    {
        if (_isLong || _length >= CompressedFrom)
        {
            PassOn();
            _compressor?.Dispose();
        }
        else
        {
            http.Response.BodyWriter.Write(_block.AsSpan(0, _length));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_block);
        _block = [];
    }

    void MakeRoom(int sizeHint)
    {
        var least = Math.Max(sizeHint, 1);
        if (_block.Length - _length >= least)
        {
            return;
        }

        if (_length >= CompressedFrom)
        {
            PassOn();
        }

        if (_block.Length - _length < least)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_length + least);
            _block.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_block);
            _block = larger;
        }
    }

    void PassOn()
    {
        if (!_isLong)
        {
            _isLong = true;
            Start();
        }

        if (_compressor is not null)
        {
            _compressor.Write(_block, 0, _length);
        }
        else
        {
            http.Response.BodyWriter.Write(_block.AsSpan(0, _length));
        }

        _length = 0;
    }

    void Start()
    {
        if (ContentCoding.Choose(http.Request.Headers.AcceptEncoding) is { } coding)
        {
            http.Response.Headers.ContentEncoding = coding.Name;
            _compressor = coding.Compress(new BufferStream(http.Response.BodyWriter), CompressionLevel.Fastest);
        }
    }

    /// <summary>
    /// Writes into a buffer that is flushed later, since a compressor writes while the response is still being written.
    /// </summary>
    sealed class BufferStream(IBufferWriter<byte> output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => output.Write(buffer);
    }
}
