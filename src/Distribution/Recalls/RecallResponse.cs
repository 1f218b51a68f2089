using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// What one recipient of a recall was told, and what he answered. It is addressed to a person, to an organization, for
/// which any of its people answers, or to a machine client. It goes forward only.
/// </summary>
sealed class RecallResponse
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>The center that made what is recalled.</summary>
    public required Guid OriginatorId { get; init; }

    /// <summary>To whom: a person, an organization or a machine client; one of the next three.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>The recipient, where it is a person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The recipient, where it is an organization: all its people.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The recipient, where it is a machine client.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The organization the recipient belonged to when he got it, or is; null: none.</summary>
    public Guid? RecipientOrganizationId { get; init; }

    /// <summary>How it is known that he has it.</summary>
    public required RecallBasis Basis { get; init; }

    /// <summary>Whether he was in the audience when it was recalled.</summary>
    public required bool WasEntitled { get; init; }

    /// <summary>How far he got.</summary>
    public required RecallResponseState State { get; init; }

    /// <summary>Whether he did what was asked for, or said that he cannot.</summary>
    public required bool IsSettled { get; init; }

    /// <summary>When he first said that he saw it, UTC; null: not yet.</summary>
    public DateTime? SeenAt { get; init; }

    /// <summary>When he first acknowledged it, UTC; null: not yet.</summary>
    public DateTime? AcknowledgedAt { get; init; }

    /// <summary>When he was done, UTC; null: not yet.</summary>
    public DateTime? SettledAt { get; init; }

    /// <summary>When others were told that he did not answer in time, UTC; null: they were not.</summary>
    public DateTime? EscalatedAt { get; init; }

    /// <summary>Who was told; null: nobody.</summary>
    public RecallEscalation? EscalatedTo { get; init; }

    /// <summary>Whom he passed it on to, as he says.</summary>
    public required string[] ForwardedTo { get; init; }

    /// <summary>What else he had to say; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>How many copies he destroyed; null: he did not say.</summary>
    public int? DestroyedCopies { get; init; }

    /// <summary>SHA-256 of what he destroyed, 64 hexadecimal digits; null: he did not say.</summary>
    public string? DestructionHash { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Whether the reader is the recipient, or of the organization that is. No column.</summary>
    public bool IsMine { get; init; }

    /// <summary>Whether the deadline is over and what was asked for is not done. No column.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Whether the recipient can sign in to find it, whatever rights he has. No column.</summary>
    public bool IsReachable { get; init; }

    /// <summary>The notice.</summary>
    public RecallNotice Notice { get; init; } = null!;

    /// <summary>The recipient, where it is a person.</summary>
    public Person? Person { get; init; }

    /// <summary>The recipient, where it is an organization.</summary>
    public Organization? Organization { get; init; }

    /// <summary>The recipient, where it is a machine client.</summary>
    public ServiceClient? ServiceClient { get; init; }

    /// <summary>What was answered, each time.</summary>
    public ICollection<RecallResponseEvent> Events { get; init; } = null!;
}

file sealed class RecallResponseMapping : IEntityTypeConfiguration<RecallResponse>
{
    public void Configure(EntityTypeBuilder<RecallResponse> builder)
    {
        builder.ToTable("recall_responses");
        builder.Ignore(r => r.IsMine);
        builder.Ignore(r => r.IsOverdue);
        builder.Ignore(r => r.IsReachable);
        builder.HasOne(r => r.Notice).WithMany(n => n.Responses).HasForeignKey(r => r.NoticeId);
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne(r => r.Organization).WithMany().HasForeignKey(r => r.OrganizationId);
        builder.HasOne(r => r.ServiceClient).WithMany().HasForeignKey(r => r.ServiceClientId);
    }
}
