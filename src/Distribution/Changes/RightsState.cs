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

    /// <summary>The audiences he was in, in order.</summary>
    public required Guid[] AudienceIds { get; init; }

    /// <summary>What he did not meet: bits of <see cref="Access.Requirement"/>.</summary>
    public required long Lacks { get; init; }

    /// <summary>The last day on which a cursor was given with it, UTC.</summary>
    public required DateOnly UsedOn { get; init; }
}

file sealed class RightsStateMapping : IEntityTypeConfiguration<RightsState>
{
    public void Configure(EntityTypeBuilder<RightsState> builder)
    {
        builder.ToTable("rights_states");
        builder.HasKey(s => s.Hash);
    }
}
