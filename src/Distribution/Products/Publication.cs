using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>One release of a version to an audience.</summary>
sealed class Publication
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>When it takes effect, UTC.</summary>
    public required DateTime EffectiveAt { get; init; }

    /// <summary>Who released it.</summary>
    public required Guid ReleasedById { get; init; }

    /// <summary>Why it was released to this audience.</summary>
    public required string ReasonForRelease { get; init; }

    /// <summary>SHA-256 over the sorted ids of its audience, 64 hexadecimal digits.</summary>
    public required string AudienceSnapshotHash { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>Who released it.</summary>
    public Person ReleasedBy { get; init; } = null!;

    /// <summary>The lists it went to.</summary>
    public ICollection<PublicationList> Lists { get; init; } = null!;

    /// <summary>The recipients it names.</summary>
    public ICollection<PublicationRecipient> Recipients { get; init; } = null!;
}

file sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications");
        builder.HasOne(p => p.Version).WithMany(v => v.Publications).HasForeignKey(p => p.VersionId);
        builder.HasOne(p => p.ReleasedBy).WithMany().HasForeignKey(p => p.ReleasedById);
    }
}
