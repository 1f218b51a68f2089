using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// The bytes that a record, chain or head is hashed as: each column in the order below, with its length before it, so
/// that no two rows have the same bytes. The form is stored in every hash: a column that is added later comes last and
/// is left out where it is null, and the number of the form is raised if that does not suffice.
/// </summary>
sealed class AccessDigest
{
    /// <summary>The bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    const byte Form = 1;

    readonly ArrayBufferWriter<byte> _bytes = new(1_024);

    /// <summary>The hash of a record: of the hash before it and all its columns but the hashes.</summary>
    public byte[] Of(AccessRecord record)
    {
        Begin(record.PreviousHash);
        Add(record.Id);
        Add(record.ChainId);
        Add(record.Sequence);
        Add(record.At);
        Add(record.Kind.ToString());
        Add(record.Channel.ToString());
        Add(record.PersonId);
        Add(record.ServiceClientId);
        Add(record.OrganizationId);
        Add(record.ClientId);
        Add(record.Actor);
        Add(record.TokenId);
        Add(record.OperationName);
        Add(record.DocumentHash);
        Add(record.Purpose);
        Add(record.VersionId);
        Add(record.OriginatorId);
        Add(record.Portions);
        Add(record.SubjectId);
        Add(record.Basis?.ToString());
        Add(record.AudienceId);
        Add(record.GrantId);
        Add(record.PolicyVersion);
        Add(record.TraceId);
        if (record.SearchHash is { } searchHash)
        {
            Add(searchHash);
        }

        return SHA256.HashData(_bytes.WrittenSpan);
    }

    /// <summary>The hash of a chain.</summary>
    public byte[] Of(AccessChain chain)
    {
        Begin(chain.PreviousHash);
        Add(chain.Id);
        Add(chain.Number);
        Add(chain.Host);
        Add(chain.StartedAt);
        return SHA256.HashData(_bytes.WrittenSpan);
    }

    /// <summary>The hash of a head.</summary>
    public byte[] Of(AccessHead head)
    {
        Begin(head.PreviousHash);
        Add(head.Number);
        Add(head.ChainId);
        Add(head.Sequence);
        Add(head.EndHash);
        Add(head.Cause.ToString());
        Add(head.At);
        return SHA256.HashData(_bytes.WrittenSpan);
    }

    void Begin(byte[] previousHash)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write([Form]);
        Add(previousHash);
    }

    void Add(Guid? id)
    {
        if (id is not { } value)
        {
            AddLength(-1);
            return;
        }

        AddLength(16);
        value.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out var written);
        _bytes.Advance(written);
    }

    void Add(long number)
    {
        AddLength(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), number);
        _bytes.Advance(sizeof(long));
    }

    void Add(DateTime at) => Add((at - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    void Add(string? text)
    {
        if (text is null)
        {
            AddLength(-1);
            return;
        }

        AddLength(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    void Add(byte[]? bytes)
    {
        AddLength(bytes?.Length ?? -1);
        _bytes.Write(bytes);
    }

    void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), length);
        _bytes.Advance(sizeof(int));
    }
}
