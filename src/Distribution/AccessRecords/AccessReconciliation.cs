using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>One comparison of a day's reads with the audiences they were meant for.</summary>
sealed class AccessReconciliation
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The day, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>How many reads of content there were.</summary>
    public required long Reads { get; init; }

    /// <summary>How many of them were outside the audience; 0 is the only good number.</summary>
    public required long Outside { get; init; }

    /// <summary>The version of the rules that decided then.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The reads outside the audience.</summary>
    public ICollection<AccessFinding> Findings { get; init; } = null!;
}

file sealed class AccessReconciliationMapping : IEntityTypeConfiguration<AccessReconciliation>
{
    public void Configure(EntityTypeBuilder<AccessReconciliation> builder) =>
        builder.ToTable("access_reconciliations");
}
