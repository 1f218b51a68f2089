using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Access;

/// <summary>
/// An attribute of a person that was verified. A claim of a token counts only where it is confirmed here.
/// </summary>
sealed class VerifiedAttribute
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Which attribute.</summary>
    public required AttributeKind Kind { get; init; }

    /// <summary>The day it was verified.</summary>
    public required DateOnly VerifiedOn { get; init; }

    /// <summary>The first day on which it no longer counts; null: open-ended.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Whose.</summary>
    public Person Person { get; init; } = null!;
}

file sealed class VerifiedAttributeMapping : IEntityTypeConfiguration<VerifiedAttribute>
{
    public void Configure(EntityTypeBuilder<VerifiedAttribute> builder)
    {
        builder.ToTable("verified_attributes");
        builder.HasOne(a => a.Person).WithMany(p => p.Attributes).HasForeignKey(a => a.PersonId);
    }
}
