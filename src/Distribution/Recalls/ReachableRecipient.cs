using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Somebody who can sign in to find what is recalled from him, whatever rights he has: a person whose account is
/// active, an organization that has such a person, a machine client that is active and whose sponsor is. No table: read
/// from the records of principals.
/// </summary>
sealed class ReachableRecipient
{
    /// <summary>The person, organization or machine client.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>Until when he can sign in, UTC; null: no end is known.</summary>
    public DateTime? EndsAt { get; init; }
}

file sealed class ReachableRecipientMapping : IEntityTypeConfiguration<ReachableRecipient>
{
    public void Configure(EntityTypeBuilder<ReachableRecipient> builder) => builder.HasNoKey().ToSqlQuery(
        """
        SELECT s.id AS recipient_id, s.expires_at AS ends_at
        FROM service_clients s
        JOIN people p ON p.id = s.sponsor_id AND p.status = 'Active'
        WHERE s.state = 'Active'
        UNION ALL
        SELECT id, NULL FROM people WHERE status = 'Active'
        UNION ALL
        SELECT organization_id, NULL FROM people WHERE status = 'Active' AND organization_id IS NOT NULL
        """);
}
