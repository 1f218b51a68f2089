using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Changes;

/// <summary>An audience that a row of the change log is for.</summary>
sealed class ChangeAudience
{
    /// <summary>The row.</summary>
    public required long Sequence { get; init; }

    /// <inheritdoc cref="AnnouncementAudience.AudienceId"/>
    public required Guid AudienceId { get; init; }

    /// <inheritdoc cref="AnnouncementAudience.Requires"/>
    public required long Requires { get; init; }

    /// <inheritdoc cref="AnnouncementAudience.Since"/>
    public required DateTime Since { get; init; }

    /// <inheritdoc cref="AnnouncementAudience.IsHome"/>
    public required bool IsHome { get; init; }

    /// <summary>The row.</summary>
    public Change Change { get; init; } = null!;
}

file sealed class ChangeAudienceMapping : IEntityTypeConfiguration<ChangeAudience>
{
    public void Configure(EntityTypeBuilder<ChangeAudience> builder)
    {
        builder.ToTable("change_audiences");
        builder.HasKey(a => new { a.AudienceId, a.Sequence, a.Requires });
        builder.HasOne(a => a.Change).WithMany(c => c.Audiences).HasForeignKey(a => a.Sequence);
    }
}
