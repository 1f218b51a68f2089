using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Administration;

/// <summary>
/// What an administrator did to a person, an organization or a machine client. The database refuses to change or delete
/// it, and keeps no foreign keys: the record outlives what it is about.
/// </summary>
sealed class AdministrativeEvent
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was done.</summary>
    public required AdministrativeAction Action { get; init; }

    /// <summary>The person it was done to; null: it was done to somebody else.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The organization it was done to; null: it was done to somebody else.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The machine client it was done to; null: it was done to somebody else.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The revision of the principal that it led to.</summary>
    public required int Revision { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>His name when he did.</summary>
    public required string ActorName { get; init; }

    /// <summary>Why, in his words.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>The person it was done to.</summary>
    public Person? Person { get; init; }

    /// <summary>The organization it was done to.</summary>
    public Organization? Organization { get; init; }

    /// <summary>The machine client it was done to.</summary>
    public ServiceClient? ServiceClient { get; init; }
}

file sealed class AdministrativeEventMapping : IEntityTypeConfiguration<AdministrativeEvent>
{
    public void Configure(EntityTypeBuilder<AdministrativeEvent> builder)
    {
        builder.ToTable("administrative_events");
        builder.HasOne(e => e.Person).WithMany().HasForeignKey(e => e.PersonId);
        builder.HasOne(e => e.Organization).WithMany().HasForeignKey(e => e.OrganizationId);
        builder.HasOne(e => e.ServiceClient).WithMany().HasForeignKey(e => e.ServiceClientId);
    }
}
