using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Sectors;

/// <summary>One of the eight community lifelines.</summary>
sealed class CommunityLifeline
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Our code; stable and unique.</summary>
    public required string Code { get; init; }

    /// <summary>The name shown.</summary>
    public required string Name { get; init; }

    /// <summary>What it consists of, in the order of the toolkit.</summary>
    public required string[] Components { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }
}

file sealed class CommunityLifelineMapping : IEntityTypeConfiguration<CommunityLifeline>
{
    public void Configure(EntityTypeBuilder<CommunityLifeline> builder)
    {
        builder.ToTable("community_lifelines");
    }
}
