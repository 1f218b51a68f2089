using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// The records that one node wrote between its start and its end, in order: no node waits for another's. Chains hang
/// together as the records of a chain do, so that none can go without a trace.
/// </summary>
sealed class AccessChain
{
    /// <summary>Its id: the node's, for as long as it runs. Random.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its place among the chains, from 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The name of the node's machine.</summary>
    public required string Host { get; init; }

    /// <summary>When its first record was written, UTC, in whole microseconds.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>The hash of the chain before it; of the first chain, zeros. 32 bytes.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>
    /// SHA-256 of <see cref="PreviousHash"/> and all of the above, 32 bytes. Set once, as the chain starts.
    /// </summary>
    public byte[] Hash { get; set; } = [];
}

file sealed class AccessChainMapping : IEntityTypeConfiguration<AccessChain>
{
    public void Configure(EntityTypeBuilder<AccessChain> builder) => builder.ToTable("access_chains");
}
