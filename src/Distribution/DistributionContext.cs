using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution;

/// <summary>
/// The database as one viewer may see it: <see cref="RowRules"/> are part of every query made with it. A context is
/// pooled; it starts and ends every use with <see cref="Viewer.Nobody"/>, who sees nothing.
/// </summary>
sealed class DistributionContext(DbContextOptions<DistributionContext> options) : DbContext(options)
{
    /// <summary>Whose view this is. Set when the context is rented, and taken away before it is returned.</summary>
    public Viewer Viewer { get; set; } = Viewer.Nobody;

    /// <summary>Whether he says what he reads for; set and taken away with him.</summary>
    public bool StatesPurpose { get; set; }

    // The row rules read these on every run of a query; EF Core passes each as a parameter.

    /// <inheritdoc cref="Viewer.AudienceIds"/>
    public Guid[] AudienceIds => Viewer.AudienceIds;

    /// <inheritdoc cref="Viewer.FeedAudienceIds"/>
    public Guid[] FeedAudienceIds => Viewer.FeedAudienceIds;

    /// <inheritdoc cref="Viewer.ListIds"/>
    public Guid[] ListIds => Viewer.ListIds;

    /// <inheritdoc cref="Viewer.ManagedListIds"/>
    public Guid[] ManagedListIds => Viewer.ManagedListIds;

    /// <inheritdoc cref="Viewer.HomeCenterIds"/>
    public Guid[] HomeCenterIds => Viewer.HomeCenterIds;

    /// <inheritdoc cref="Viewer.OversightCenterIds"/>
    public Guid[] OversightCenterIds => Viewer.OversightCenterIds;

    /// <inheritdoc cref="Viewer.SupervisedCenterIds"/>
    public Guid[] SupervisedCenterIds => Viewer.SupervisedCenterIds;

    /// <inheritdoc cref="Viewer.PrivacyCenterIds"/>
    public Guid[] PrivacyCenterIds => Viewer.PrivacyCenterIds;

    /// <inheritdoc cref="Viewer.AssignedOrganizationIds"/>
    public Guid[] AssignedOrganizationIds => Viewer.AssignedOrganizationIds;

    /// <inheritdoc cref="Viewer.AssignedCenterIds"/>
    public Guid[] AssignedCenterIds => Viewer.AssignedCenterIds;

    /// <inheritdoc cref="Viewer.StaffCenterIds"/>
    public Guid[] StaffCenterIds => Viewer.StaffCenterIds;

    /// <inheritdoc cref="Viewer.ColleagueCenterIds"/>
    public Guid[] ColleagueCenterIds => Viewer.ColleagueCenterIds;

    /// <inheritdoc cref="Viewer.MembershipCenterIds"/>
    public Guid[] MembershipCenterIds => Viewer.MembershipCenterIds;

    /// <inheritdoc cref="Viewer.DirectoryCenterIds"/>
    public Guid[] DirectoryCenterIds => Viewer.DirectoryCenterIds;

    /// <inheritdoc cref="Viewer.GrantedVersionIds"/>
    public Guid[] GrantedVersionIds => Viewer.GrantedVersionIds;

    /// <inheritdoc cref="Viewer.AuditedCenterIds"/>
    public Guid[] AuditedCenterIds => Viewer.AuditedCenterIds;

    /// <inheritdoc cref="Viewer.AuditedVersionIds"/>
    public Guid[] AuditedVersionIds => Viewer.AuditedVersionIds;

    /// <inheritdoc cref="Viewer.AuditedProductIds"/>
    public Guid[] AuditedProductIds => Viewer.AuditedProductIds;

    /// <inheritdoc cref="Viewer.AuditedRecallIds"/>
    public Guid[] AuditedRecallIds => Viewer.AuditedRecallIds;

    /// <inheritdoc cref="Viewer.LiaisonCenterIds"/>
    public Guid[] LiaisonCenterIds => Viewer.LiaisonCenterIds;

    /// <inheritdoc cref="Viewer.Lacks"/>
    public long Lacks => Viewer.Lacks;

    /// <inheritdoc cref="Viewer.Now"/>
    public DateTime Now => Viewer.Now;

    /// <summary>The day of <see cref="Now"/>, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Viewer.Now);

    /// <summary>The viewer's person; the empty id: none.</summary>
    public Guid PersonId => Viewer.PersonId ?? Guid.Empty;

    /// <summary>The viewer's organization; the empty id: none.</summary>
    public Guid OrganizationId => Viewer.OrganizationId ?? Guid.Empty;

    /// <summary>The viewer's machine client; the empty id: none.</summary>
    public Guid ServiceClientId => Viewer.ServiceClientId ?? Guid.Empty;

    /// <summary>The person whom recalls are addressed to, with rights or without; the empty id: none.</summary>
    public Guid RecallPersonId => Viewer.RecallPersonId ?? Guid.Empty;

    /// <summary>The machine client that recalls are addressed to, with rights or without; the empty id: none.</summary>
    public Guid RecallClientId => Viewer.RecallClientId ?? Guid.Empty;

    /// <summary>The organization of the person whom recalls are addressed to; the empty id: none.</summary>
    public Guid RecallEmployerId => Viewer.RecallEmployerId ?? Guid.Empty;

    /// <summary>The viewer's organization where he is its liaison; the empty id: none.</summary>
    public Guid LiaisonOrganizationId => Viewer.IsOrganizationLiaison ? OrganizationId : Guid.Empty;

    /// <summary>The organization of a viewer who is a person; the empty id: none.</summary>
    public Guid EmployerId => Viewer.PersonId is null ? Guid.Empty : OrganizationId;

    /// <inheritdoc cref="Viewer.IsAuthenticated"/>
    public bool IsAuthenticated => Viewer.IsAuthenticated;

    /// <summary>Whether the viewer's application may ask who is on a list.</summary>
    public bool ManagesLists => Viewer.Scopes.HasFlag(Scopes.ManageLists);

    /// <summary>Whether the viewer is an active partner.</summary>
    public bool IsPartner => Viewer.IsPartner;

    /// <summary>Whether the viewer is staff.</summary>
    public bool IsStaff => Viewer.IsStaff;

    /// <summary>Whether the viewer administers or audits, which shows directories and no content.</summary>
    public bool IsSteward => Viewer.IsAdministrator || Viewer.IsAuditor;

    /// <inheritdoc cref="Viewer.IsAuditor"/>
    public bool IsAuditor => Viewer.IsAuditor;

    /// <inheritdoc cref="Viewer.AuditsRecords"/>
    public bool AuditsRecords => Viewer.AuditsRecords;

    /// <summary>Whether the viewer administers.</summary>
    public bool IsAdministrator => Viewer.IsAdministrator;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        DataConventions.Apply(configurationBuilder, Database.ProviderName);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        DistributionModel.Configure(modelBuilder, Database.ProviderName);
        RowRules.Apply(modelBuilder, this);
    }
}
