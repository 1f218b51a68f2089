using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Products;

/// <summary>That somebody let a version pass. Known to the originator's staff.</summary>
sealed class VersionApproval
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>The center that made the version.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>As what it passed.</summary>
    public required ApprovalKind Kind { get; init; }

    /// <summary>Who let it pass.</summary>
    public required Guid ApprovedById { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime ApprovedAt { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The version.</summary>
    public ProductVersion Version { get; init; } = null!;

    /// <summary>Who let it pass.</summary>
    public Person ApprovedBy { get; init; } = null!;
}

file sealed class VersionApprovalMapping : IEntityTypeConfiguration<VersionApproval>
{
    public void Configure(EntityTypeBuilder<VersionApproval> builder)
    {
        builder.ToTable("version_approvals");
        builder.HasOne(a => a.Version).WithMany(v => v.Approvals).HasForeignKey(a => a.VersionId);
        builder.HasOne(a => a.ApprovedBy).WithMany().HasForeignKey(a => a.ApprovedById);
    }
}
