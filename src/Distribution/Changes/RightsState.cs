using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What decided which products a reader could see when a cursor was given to him. Kept, so that a later reader of the
/// cursor can be told what is different now.
/// </summary>
sealed class RightsState
{
    /// <summary>SHA-256 of the other columns but the day.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The audiences he was in, 16 bytes each, in order.</summary>
    public required byte[] Audiences { get; init; }

    /// <summary>The audiences he was in.</summary>
    public Guid[] AudienceIds => field ??= MemoryMarshal.Cast<byte, Guid>(Audiences).ToArray();

    /// <summary>What he did not meet: bits of <see cref="Access.Requirement"/>.</summary>
    public required long Lacks { get; init; }

    /// <summary>The last day on which a cursor was given with it, UTC.</summary>
    public required DateOnly UsedOn { get; init; }

    /// <summary>The rights of a viewer.</summary>
    public static RightsState Of(Viewer viewer)
    {
        // A machine client is an audience of recalls of what it was delivered.
        IEnumerable<Guid> own = viewer.ServiceClientId is { } client ? [client] : [];
        var audiences = viewer.AudienceIds.Concat(own).Distinct().Order().ToArray();
        var bytes = MemoryMarshal.AsBytes<Guid>(audiences).ToArray();
        Span<byte> lacks = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(lacks, viewer.Lacks);
        return new RightsState
        {
            Hash = SHA256.HashData([.. lacks, .. bytes]),
            Audiences = bytes,
            Lacks = viewer.Lacks,
            UsedOn = DateOnly.FromDateTime(viewer.Now),
        };
    }
}

file sealed class RightsStateMapping : IEntityTypeConfiguration<RightsState>
{
    public void Configure(EntityTypeBuilder<RightsState> builder)
    {
        builder.ToTable("rights_states");
        builder.HasKey(s => s.Hash);
        builder.Ignore(s => s.AudienceIds);
    }
}
