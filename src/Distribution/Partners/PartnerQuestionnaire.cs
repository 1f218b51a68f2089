using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// What an organization answered to the five questions a center asks of a partner to be. Its last answers count.
/// </summary>
sealed class PartnerQuestionnaire
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The version of the form.</summary>
    public required string FormVersion { get; init; }

    /// <summary>What it wants to receive.</summary>
    public required string InformationWanted { get; init; }

    /// <summary>What it is prepared to share.</summary>
    public required string InformationOffered { get; init; }

    /// <summary>Whether it names a liaison.</summary>
    public required LiaisonDesignation LiaisonDesignated { get; init; }

    /// <summary>Whether its people are trained to recognize and report suspicious activity.</summary>
    public bool PersonnelTrained { get; init; }

    /// <summary>How they are trained; null: not said.</summary>
    public string? TrainingDetail { get; init; }

    /// <summary>Its policies and procedures to protect proprietary and sensitive information; null: not said.</summary>
    public string? ProtectionPolicies { get; init; }

    /// <summary>Its training to protect that information; null: not said.</summary>
    public string? ProtectionTraining { get; init; }

    /// <summary>How it protects privacy, civil rights and civil liberties; null: not said.</summary>
    public string? PrivacyProtection { get; init; }

    /// <summary>Who answered; null: not known.</summary>
    public Guid? AnsweredById { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime AnsweredAt { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The organization.</summary>
    public Organization Organization { get; init; } = null!;

    /// <summary>Who answered.</summary>
    public Person? AnsweredBy { get; init; }
}

file sealed class PartnerQuestionnaireMapping : IEntityTypeConfiguration<PartnerQuestionnaire>
{
    public void Configure(EntityTypeBuilder<PartnerQuestionnaire> builder)
    {
        builder.ToTable("partner_questionnaires");
        builder.HasOne(q => q.Organization).WithOne(o => o.Questionnaire)
            .HasForeignKey<PartnerQuestionnaire>(q => q.OrganizationId);
        builder.HasOne(q => q.AnsweredBy).WithMany().HasForeignKey(q => q.AnsweredById);
    }
}
