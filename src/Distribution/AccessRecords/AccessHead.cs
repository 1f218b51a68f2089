using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Where a chain had come to at some moment. The heads of all chains are a chain of their own, in the order in which
/// they were written: whoever cuts the end off a chain has to take its head away as well, and so all heads since.
/// </summary>
sealed class AccessHead
{
    /// <summary>Its place among the heads, from 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The chain.</summary>
    public required Guid ChainId { get; init; }

    /// <summary>The place of the chain's last record; 0: it had none.</summary>
    public required long Sequence { get; init; }

    /// <summary>The hash of that record; of the chain, where it had none. 32 bytes.</summary>
    public required byte[] EndHash { get; init; }

    /// <summary>Why it was written.</summary>
    public required AccessHeadCause Cause { get; init; }

    /// <summary>When it was written, UTC, in whole microseconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>The hash of the head before it; of the first, zeros. 32 bytes.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>
    /// SHA-256 of <see cref="PreviousHash"/> and all of the above, 32 bytes. Set once, by <see cref="ChainHeads"/>.
    /// </summary>
    public byte[] Hash { get; set; } = [];
}

file sealed class AccessHeadMapping : IEntityTypeConfiguration<AccessHead>
{
    public void Configure(EntityTypeBuilder<AccessHead> builder)
    {
        builder.ToTable("access_heads");
        builder.HasKey(head => head.Number);
        builder.Property(head => head.Number).ValueGeneratedNever();
    }
}
