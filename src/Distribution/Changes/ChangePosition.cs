namespace GraphApi.Distribution.Changes;

/// <summary>
/// Where a reader stands: which changes he has been told of, and under which rights. It is what a cursor holds.
/// Immutable.
/// </summary>
/// <param name="Sequence">All changes up to this one are told, as far as they concerned him.</param>
/// <param name="Held">
/// The rights under which he has been told what he holds, oldest first; the last are those he reads with. More than one
/// where the difference between them has not been told yet.
/// </param>
/// <param name="Phase">What he is in the middle of.</param>
/// <param name="After">The last product of the phase; the empty id: none.</param>
/// <param name="Removed">The last change of <see cref="ChangePhase.Removed"/>; 0: none.</param>
/// <param name="Known">
/// What was taken away up to this change is told with the difference of his rights; 0: there was none.
/// </param>
sealed record ChangePosition(
    long Sequence,
    IReadOnlyList<HeldRights> Held,
    ChangePhase Phase = ChangePhase.Log,
    Guid After = default,
    long Removed = 0,
    long Known = 0)
{
    /// <summary>
    /// How many rights a position keeps apart: who changes rights more often than he reads has to begin anew.
    /// </summary>
    public const int MaxHeld = 8;

    const byte Version = 1;
    const int HashSize = 32;

    /// <summary>The rights it was last read with.</summary>
    public HeldRights Present => Held[^1];

    /// <summary>It as bytes.</summary>
    public byte[] ToBytes()
    {
        using var content = new MemoryStream(64 + (Held.Count * 40));
        using var writer = new BinaryWriter(content);
        writer.Write(Version);
        writer.Write(Sequence);
        writer.Write((byte)Phase);
        writer.Write(After.ToByteArray());
        writer.Write(Removed);
        writer.Write(Known);
        writer.Write((byte)Held.Count);
        foreach (var (hash, at) in Held)
        {
            writer.Write(hash.Span);
            writer.Write(at.Ticks);
        }

        return content.ToArray();
    }

    /// <summary>What <see cref="ToBytes"/> wrote; null: another version of the program did.</summary>
    public static ChangePosition? Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadByte() != Version)
        {
            return null;
        }

        var sequence = reader.ReadInt64();
        var phase = (ChangePhase)reader.ReadByte();
        var after = new Guid(reader.ReadBytes(16));
        var (removed, known) = (reader.ReadInt64(), reader.ReadInt64());
        var held = new HeldRights[reader.ReadByte()];
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = new HeldRights(reader.ReadBytes(HashSize), new DateTime(reader.ReadInt64(), DateTimeKind.Utc));
        }

        return new ChangePosition(sequence, held, phase, after, removed, known);
    }
}
