using System.Buffers;
using System.IO.Compression;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// The body of an answer, whole before any of it is sent: what passes the limit can still be answered with an error,
/// and nothing of the request is held while the client reads. What is short goes out as it is; from
/// <see cref="CompressedFrom"/> bytes on it is compressed where the client accepts that. Mutable.
/// </summary>
sealed class ResponseBody : IBufferWriter<byte>, IDisposable
{
    /// <summary>
    /// The fewest bytes that are worth it: less fits the first packets of a connection, compressed or not.
    /// </summary>
    public const int CompressedFrom = 2_048;

    const int FirstBlockBytes = 16_384;
    const int BlockBytes = 65_536;

    List<ArraySegment<byte>>? _full;
    byte[] _block = ArrayPool<byte>.Shared.Rent(FirstBlockBytes);
    int _length;
    long _fullBytes;
    long _limit = long.MaxValue;

    long Length => _fullBytes + _length;

    /// <summary>
    /// Writes a response, or in its place an error where all that is written would be more than
    /// <paramref name="maxBytes"/>, counted before they are compressed. Returns which one it was.
    /// </summary>
    public GraphQLResponse Write(GraphQLResponse response, int maxBytes)
    {
        var start = Length;
        _limit = maxBytes;
        try
        {
            response.WriteTo(this);
            return response;
        }
        catch (GraphQLException tooLarge) when (Length > maxBytes)
        {
            _limit = long.MaxValue;
            Truncate(start);
            var refusal = response.Instead(tooLarge.Error);
            refusal.WriteTo(this);
            return refusal;
        }
        finally
        {
            _limit = long.MaxValue;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="GraphQLException">A response has more bytes than it may.</exception>
    public void Advance(int count)
    {
        _length += count;
        if (Length > _limit)
        {
            throw new GraphQLException(GraphQLError.OfLimit(
                nameof(TransportOptions.MaxResponseBytes),
                $"The response would be larger than {_limit} bytes. Ask for smaller pages or fewer fields."));
        }
    }

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

    /// <summary>
    /// Sends everything, with its length and its coding. A client that reads slowly is waited for block by block.
    /// </summary>
    /// <param name="http">Whose answer it is.</param>
    /// <param name="isCompressible">Whether it may be compressed as the client wants.</param>
    public ValueTask SendAsync(HttpContext http, bool isCompressible)
    {
        if (isCompressible
            && Length >= CompressedFrom
            && ContentCoding.Choose(http.Request.Headers.AcceptEncoding) is { } coding)
        {
            http.Response.Headers.ContentEncoding = coding.Name;
            return SendCompressedAsync(http, coding);
        }

        return SendAsync(http);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_block);
        _block = [];
        _length = 0;
        foreach (var block in _full ?? [])
        {
            ArrayPool<byte>.Shared.Return(block.Array!);
        }

        _full = null;
    }

    async ValueTask SendCompressedAsync(HttpContext http, ContentCoding coding)
    {
        using var compressed = new ResponseBody();
        using (var compressor = coding.Compress(new BufferStream(compressed), CompressionLevel.Fastest))
        {
            foreach (var block in _full ?? [])
            {
                compressor.Write(block);
            }

            compressor.Write(_block, 0, _length);
        }

        await compressed.SendAsync(http);
    }

    async ValueTask SendAsync(HttpContext http)
    {
        http.Response.ContentLength = Length;
        var pipe = http.Response.BodyWriter;
        foreach (var block in _full ?? [])
        {
            pipe.Write(block);
            await pipe.FlushAsync(http.RequestAborted);
        }

        pipe.Write(_block.AsSpan(0, _length));
        await pipe.FlushAsync(http.RequestAborted);
    }

    void Truncate(long length)
    {
        while (length < _fullBytes)
        {
            ArrayPool<byte>.Shared.Return(_block);
            var last = _full![^1];
            _full.RemoveAt(_full.Count - 1);
            _fullBytes -= last.Count;
            _block = last.Array!;
        }

        _length = (int)(length - _fullBytes);
    }

    void MakeRoom(int sizeHint)
    {
        var least = Math.Max(sizeHint, 1);
        if (_block.Length - _length >= least)
        {
            return;
        }

        (_full ??= []).Add(new ArraySegment<byte>(_block, 0, _length));
        _fullBytes += _length;
        _length = 0;
        _block = ArrayPool<byte>.Shared.Rent(Math.Max(least, BlockBytes));
    }

    /// <summary>What a compressor writes into.</summary>
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
