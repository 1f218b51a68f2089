using System.Buffers.Binary;
using System.Numerics;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Ordinals of portions as bits. 64 take no memory of their own. A default one is empty. Mutable.
/// </summary>
struct PortionSet
{
    const int Inline = 64;

    ulong _first;
    ulong[]? _further;

    /// <summary>Whether there is no ordinal.</summary>
    public readonly bool IsEmpty => _first == 0 && _further is null;

    /// <summary>Adds an ordinal, from 0.</summary>
    public void Add(int ordinal)
    {
        if (ordinal < Inline)
        {
            _first |= 1UL << ordinal;
            return;
        }

        var (word, bit) = Math.DivRem(ordinal - Inline, Inline);
        if (_further is null || word >= _further.Length)
        {
            Array.Resize(ref _further, Math.Max(word + 1, 2 * (_further?.Length ?? 1)));
        }

        _further[word] |= 1UL << bit;
    }

    /// <summary>
    /// A bit for each ordinal, the least significant of the first byte first, without zero bytes at the end.
    /// </summary>
    public readonly byte[] ToBytes()
    {
        Span<byte> bytes = stackalloc byte[8 * (1 + (_further?.Length ?? 0))];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, _first);
        for (var i = 0; i < _further?.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(8 * (i + 1))..], _further[i]);
        }

        return bytes.TrimEnd((byte)0).ToArray();
    }

    /// <summary>The ordinals behind <see cref="ToBytes"/>, ascending.</summary>
    public static int[] Ordinals(ReadOnlySpan<byte> bytes)
    {
        var ordinals = new List<int>();
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var rest = (uint)bytes[i]; rest != 0; rest &= rest - 1)
            {
                ordinals.Add((8 * i) + BitOperations.TrailingZeroCount(rest));
            }
        }

        return [.. ordinals];
    }
}
