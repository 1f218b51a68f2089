using GraphApi.Distribution.Access;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Which columns of a row that a principal sees he may read. Every column is in one of the tables: one that is in none
/// is an error, so that whoever adds a column says here who reads it. Keys and references follow from the rows they
/// name.
/// </summary>
static class OracleColumns
{
    /// <summary>Read by whoever sees the row.</summary>
    static readonly Dictionary<string, string> Shown = new()
    {
        ["*"] = "Revision CreatedAt UpdatedAt",
        ["AccessGrant"] = "Kind State GranteeName Reason Minutes RequestedAt StartsAt ExpiresAt DecidedByName",
        ["AccessGrantEvent"] = "Step ActorName Reason OccurredAt",
        ["AdministrativeEvent"] = "Action ActorName Reason OccurredAt",
        ["Affiliation"] = "Kind Name Since",
        ["ContactPoint"] = "Kind MaskedValue Visibility VerifiedAt",
        ["Delivery"] = "Rule Channel IsAcknowledgementRequired DeliveredAt",
        ["DistributionList"] = "Name Purpose Kind TlpCeiling CeilingSensitivities ProductTypes JoinPolicy "
            + "MembershipVisibility RecertifyEveryDays State",
        ["EmergencyRequest"] = "Reason RequestedAt ExpiresAt",
        ["Feedback"] = "Helpful Timely Relevant Accurate Actionable UsedFor Comment CommentTlp OrganizationKind IsNamed",
        ["FusionCenter"] = "Name ShortName Designation Scope MissionScopes ContactEmail ContactPhone ContactUrl "
            + "EngagementLevel EngagementProcess EngagementRestrictions RedressProcedure PrivacyMailbox "
            + "PrivacyPolicyTitle PrivacyPolicyUrl PrivacyPolicyVersion PrivacyPolicyAdoptedOn",
        ["LiaisonAssignment"] = "Kind District OfficerType State StartsOn EndsOn",
        ["ListMembership"] = "Role State Basis RequestedAt GrantedAt ExpiresAt RecertifyBy EndedReason",
        ["Organization"] = "LegalName DisplayName Kind GovernmentLevel",
        ["PartnerQuestionnaire"] = "FormVersion InformationWanted InformationOffered LiaisonDesignated "
            + "PersonnelTrained TrainingDetail ProtectionPolicies ProtectionTraining PrivacyProtection AnsweredAt",
        ["Person"] = "DisplayName Title Status",
        ["Portion"] = "Ordinal Key Kind Text IsTearline ContainsUsPersonInformation Likelihood Confidence Tlp CuiBasic "
            + "CuiSpecified DisseminationControls ReleasableTo Sensitivities LegacyMarkings OriginatorControl "
            + "DesignatedBy Purposes",
        ["PrivacyFinding"] = "PortionKey Category Severity Origin TextKind TextStart TextLength RequiredAction Answer "
            + "AnsweredAt Resolution ResolvedAt",
        ["PrivacyReview"] = "Kind State Checklist RequestedAt DueAt Outcome SignedAt EscalatedAt DecidedAt",
        ["Product"] = "PublicNumber Type State Urgency IsExercise PublishedAt ValidUntil HazardScopes",
        ["ProductVersion"] = "Number State ChangeKind Urgency IntendedUses ValidFrom ValidUntil ReleaseAt PublishedAt "
            + "IsPublicReleaseApproved IsEmergencyRelease PrivacyReviewedOn",
        ["Publication"] = "EffectiveAt ReasonForRelease AudienceSnapshotHash",
        ["RecallNotice"] = "PublicNumber ProductType IsExercise PublishedAt VersionNumbers Kind Reason RequiredAction "
            + "Message MessageTlp RespondBy State IssuedAt ClosedAt",
        ["RecallResponse"] = "Basis WasEntitled State IsSettled SeenAt AcknowledgedAt SettledAt EscalatedAt EscalatedTo "
            + "ForwardedTo Note DestroyedCopies DestructionHash",
        ["RecallResponseEvent"] = "State ActorName Note OccurredAt ToldAt Means",
        ["Receipt"] = "Note AcknowledgedAt",
        ["ResourceDocument"] = "Title Publisher Pages SizeBytes MediaType PublishedOn Sha256 Url PcrclFunctions Access",
        ["ReviewAnswer"] = "Item Answer Comment",
        ["ReviewEvent"] = "Step FromState ToState ActorName OccurredAt",
        ["RoleAssignment"] = "Role StartsOn EndsOn",
        ["ServiceClient"] = "ClientId Purpose Scopes TlpCeiling Attributes ProductTypes Networks DailyQuota State "
            + "ExpiresAt",
        ["SharingAgreement"] = "Kind State OnwardSharing EffectiveOn ExpiresOn",
        ["SourceReference"] = "Ordinal Citation Originator Reliability Credibility Kind ThirdAgencyConsent",
        ["VersionApproval"] = "Kind ApprovedAt",
        ["VersionEvent"] = "Step FromState ToState ActorName Reason OccurredAt",
    };

    /// <summary>Read by nobody, but by the rules that decide who sees the row: what they say is known anyway.</summary>
    static readonly Dictionary<string, string> Deciding = new()
    {
        ["AccessGrant"] = "DecidedById",
        ["Delivery"] = "OriginatorId RecipientId RecipientOrganizationId",
        ["EmergencyRequest"] = "OriginatorId",
        ["Feedback"] = "OriginatorId AuthorId OrganizationId",
        ["Entitlement"] = "AudienceId ProductId Kind EffectiveAt ExpiresAt Requires IsCurrent",
        ["ListMembership"] = "CenterId",
        ["Organization"] = "IsDirectoryListed IsPubliclyListed",
        ["Portion"] = "Requires OriginatorId",
        ["PrivacyFinding"] = "OriginatorId",
        ["PrivacyReview"] = "OriginatorId",
        ["ReviewAnswer"] = "OriginatorId",
        ["ReviewEvent"] = "OriginatorId",
        ["ProductVersion"] = "Requires OriginatorId DisclosesWithholding",
        ["Publication"] = "OriginatorId ProductId",
        ["RecallNotice"] = "HashRequires IsHashDisclosed IsPublic",
        ["RecallResponse"] = "OriginatorId RecipientId RecipientOrganizationId",
        ["SourceReference"] = "OriginatorId IsIdentified Requires",
        ["VersionApproval"] = "OriginatorId",
        ["VersionAuthor"] = "OriginatorId",
        ["VersionEvent"] = "OriginatorId",
    };

    /// <summary>Read by nobody.</summary>
    static readonly Dictionary<string, string> Unread = new()
    {
        ["*"] = "ExternalReference SyntheticBatch",
        ["AccessGrantEvent"] = "ActorId",
        ["AdministrativeEvent"] = "ActorId",
        ["Delivery"] = "PublicationId Portions Requires",
        ["DistributionList"] = "ClientAudienceId",
        ["EmergencyRequest"] = "VersionRevision",
        ["Feedback"] = "ProductId",
        ["Entitlement"] = "PublicationId",
        ["ListMembership"] = "DecidedById",
        ["OrganizationSector"] = "IsPrimary",
        ["Person"] = "Subject",
        ["ProductVersion"] = "SubmittedAt",
        ["RecallNotice"] = "IssuedById ClosedById ClosedByName",
        ["RecallResponseEvent"] = "NoticeId PersonId ServiceClientId",
        ["Receipt"] = "OriginatorId RecipientOrganizationId",
        ["ReviewEvent"] = "ActorId",
        ["VersionEvent"] = "ActorId",
    };

    /// <summary>Read by some of those who see the row.</summary>
    static readonly Dictionary<string, Func<OracleReader, OracleRows, object, bool>> Guarded = new()
    {
        ["ContactPoint.Value"] = (_, rows, row) =>
            rows.IsShownInFull((ContactPoint)row) || rows.IsRevealed((ContactPoint)row),
        ["DistributionList.MemberCount"] = (reader, _, row) =>
            reader.IsSteward || reader.OversightCenters.Contains(((DistributionList)row).OwnerId),
        ["Feedback.PersonId"] = (reader, rows, row) => rows.IsOwn((Feedback)row)
            || (((Feedback)row).IsNamed && reader.OversightCenters.Contains(((Feedback)row).OriginatorId)),
        ["Organization.Status"] = (reader, rows, row) => IsStatusRead(reader, rows, (Organization)row),
        ["Person.Citizenship"] = (reader, _, row) => ((Person)row).Id == reader.Self,
        ["PrivacyReview.Counsel"] = (reader, _, row) => IsOverseen(reader, (PrivacyReview)row),
        ["PrivacyReview.Decision"] = (reader, _, row) => IsOverseen(reader, (PrivacyReview)row),
        ["PrivacyReview.Notes"] = (reader, _, row) => IsOverseen(reader, (PrivacyReview)row),
        ["PrivacyReview.Rationale"] = (reader, _, row) => IsOverseen(reader, (PrivacyReview)row),
        ["RecallNotice.ClosingReason"] = (reader, _, row) => reader.Home.Contains(((RecallNotice)row).OriginatorId),
        ["RecallNotice.ContentHash"] = (reader, rows, row) => IsHashTold(reader, rows, (RecallNotice)row),
        ["RecallNotice.IssuedByName"] = (reader, _, row) => reader.Home.Contains(((RecallNotice)row).OriginatorId),
        ["RecallNotice.ReasonDetails"] = (reader, _, row) => reader.Home.Contains(((RecallNotice)row).OriginatorId),
        ["RecallResponseEvent.RecordedByName"] = (reader, _, row) =>
            reader.IsStaff || ((RecallResponseEvent)row).Means is null,
        ["ReviewEvent.Reason"] = (reader, rows, row) => IsOverseen(reader, rows, (ReviewEvent)row),
        ["Product.OnBehalfOfId"] = (reader, rows, row) => IsProtectedOriginRead(reader, rows, (Product)row),
        ["ProductVersion.AnalystNotes"] = (reader, rows, row) => AreNotesRead(reader, rows, (ProductVersion)row),
        ["ProductVersion.ContentHash"] = (reader, _, row) => reader.Home.Contains(((ProductVersion)row).OriginatorId),
        ["ProductVersion.RequiresThroughout"] = (reader, _, row) => IsWithholdingTold(reader, (ProductVersion)row),
        ["TrainingRecord.Course"] = (_, rows, row) => rows.AreCoursesTold((TrainingRecord)row),
        ["TrainingRecord.CompletedOn"] = (_, rows, row) => rows.AreCoursesTold((TrainingRecord)row),
        ["TrainingRecord.ExpiresOn"] = (_, rows, row) => rows.AreCoursesTold((TrainingRecord)row),
        ["VerifiedAttribute.ExpiresOn"] = (reader, _, row) => ((VerifiedAttribute)row).PersonId == reader.Self,
        ["VerifiedAttribute.Kind"] = (reader, _, row) => ((VerifiedAttribute)row).PersonId == reader.Self,
        ["VerifiedAttribute.VerifiedOn"] = (reader, _, row) => ((VerifiedAttribute)row).PersonId == reader.Self,
    };

    /// <summary>The tables whose rows are the same for everybody.</summary>
    public static readonly IReadOnlySet<string> Public = new HashSet<string>
    {
        "CommunityLifeline", "Discipline", "Jurisdiction", "Sector", "Topic",
    };

    /// <summary>The tables that hold nothing of what is asked for: they are empty for the oracle.</summary>
    public static readonly IReadOnlySet<string> Apart = new HashSet<string>
    {
        "ImportRecord", "IdempotencyRecord", "ReleaseClearance",
        // What was read is recorded beside the law (DeletedRowsTests).
        "AccessChain", "AccessHead", "AccessRecord", "AccessFinding", "AccessReconciliation",
        // What changed is told event by event, and has a law of its own (Changes/FollowingTests).
        "Change", "ChangeAudience", "ChangeCounter", "RightsState",
        // The database itself keeps the index of the portions that are there.
        "SearchedPortion",
    };

    /// <summary>The columns that no table here names.</summary>
    public static IEnumerable<string> Unknown(IModel model) =>
        from entity in model.GetEntityTypes()
        where entity.FindPrimaryKey() is not null && entity.GetTableName() is not null
        where !Public.Contains(entity.ClrType.Name) && !Apart.Contains(entity.ClrType.Name)
        from property in entity.GetProperties()
        where !IsReference(property)
            && !IsNamed(Shown, property) && !IsNamed(Deciding, property) && !IsNamed(Unread, property)
            && !Guarded.ContainsKey(NameOf(property))
        select NameOf(property);

    /// <summary>The names in the tables that are no column (any more).</summary>
    public static IEnumerable<string> Stale(IModel model)
    {
        var columns = model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Select(NameOf).ToHashSet();
        return new[] { Shown, Deciding, Unread }
            .SelectMany(table => table.Where(entry => entry.Key != "*"))
            .SelectMany(entry => entry.Value.Split(' ').Select(name => $"{entry.Key}.{name}"))
            .Concat(Guarded.Keys)
            .Where(name => !columns.Contains(name));
    }

    /// <summary>Whether a principal who sees the row may read this column of it; or a rule stands on it.</summary>
    public static bool Reads(OracleReader reader, OracleRows rows, object row, IProperty property) =>
        Guarded.TryGetValue(NameOf(property), out var rule)
            ? rule(reader, rows, row)
            : !IsNamed(Unread, property);

    /// <summary>Another value for a column that may not be read: null where it can be.</summary>
    public static object? Other(OracleReader reader, object row, IProperty property, object? value) => row switch
    {
        DistributionList list when property.Name == nameof(list.MemberCount) && IsBucketTold(reader, list) =>
            SameBucket(list.MemberCount),
        // Whether it counts today is told, and not since when and until when.
        TrainingRecord when value is DateOnly day => day.AddYears(day <= Today ? -1 : 1),
        // What is closed has all of it said, and of several references one is set: the database insists.
        _ when property.IsNullable && (value is null || row is not (RecallNotice or RecallResponseEvent or Feedback)) =>
            null,
        _ => value switch
        {
            byte[] bits => bits.Select(part => (byte)(part ^ 1)).ToArray(),
            string text => new string('0', text.Length),
            int number => number + 1,
            long number => number ^ 1,
            DateOnly day => day.AddDays(1),
            bool flag => !flag,
            Guid id => Unknown(id),
            Enum choice => Next(choice),
            _ => throw new InvalidOperationException($"There is no other value for {NameOf(property)}."),
        },
    };

    /// <summary>One id made of two.</summary>
    public static Guid Both(Guid first, Guid second) =>
        new([.. first.ToByteArray().Zip(second.ToByteArray(), (one, other) => (byte)(one ^ other))]);

    /// <summary>The id of nothing, in place of an id that may not be read.</summary>
    public static Guid Unknown(Guid id) => new([.. id.ToByteArray().Select(part => (byte)(part ^ 0xA5))]);

    /// <summary>
    /// Those who keep the partnership, and administrators. Who finds it in a directory knows by that that it is active.
    /// </summary>
    static bool IsStatusRead(OracleReader reader, OracleRows rows, Organization organization) =>
        reader.IsAdministrator
        || rows.IsKept(organization.Id)
        || rows.IsInDirectory(organization);

    static bool IsOverseen(OracleReader reader, PrivacyReview review) =>
        reader.OversightCenters.Contains(review.OriginatorId)
        || (reader.Home.Contains(review.OriginatorId) && review.ReviewerId is { } reviewer && reviewer == reader.Self);

    static bool IsOverseen(OracleReader reader, OracleRows rows, ReviewEvent step) =>
        reader.OversightCenters.Contains(step.OriginatorId)
        || (reader.Home.Contains(step.OriginatorId) && rows.IsReviewer(step.ReviewId));

    /// <summary>To staff; to who may know every portion, where it lets readers know of withheld ones.</summary>
    static bool IsHashTold(OracleReader reader, OracleRows rows, RecallNotice notice) =>
        reader.Home.Contains(notice.OriginatorId) || (notice.IsHashDisclosed && rows.MeetsAllOf(notice));

    static bool AreNotesRead(OracleReader reader, OracleRows rows, ProductVersion version) =>
        reader.SupervisedCenters.Contains(version.OriginatorId)
        || (reader.Home.Contains(version.OriginatorId) && rows.IsInvolved(version.Id));

    static bool IsProtectedOriginRead(OracleReader reader, OracleRows rows, Product product) =>
        reader.SupervisedCenters.Contains(product.OriginatorId)
        || (reader.Home.Contains(product.OriginatorId) && rows.VersionsOf(product).Any(rows.IsInvolved));

    /// <summary>Staff of the originator; others where it lets readers know that portions are withheld.</summary>
    static bool IsWithholdingTold(OracleReader reader, ProductVersion version) =>
        reader.Home.Contains(version.OriginatorId)
        || (version.DisclosesWithholding && (reader.Self is not null || reader.Client is not null));

    /// <summary>Staff of the list's center, stewards, and people of partners where the list is open.</summary>
    static bool IsBucketTold(OracleReader reader, DistributionList list) =>
        reader.StaffCenters.Contains(list.OwnerId)
        || reader.IsSteward
        || (reader.IsPartnerPerson && list.MembershipVisibility == MembershipVisibility.Open);

    static DateOnly Today => DateOnly.FromDateTime(FixedTime.Now.UtcDateTime);

    // Under 10, to 100, to 1,000, over: who may know which may not know how many.
    static int SameBucket(int members) => members switch
    {
        < 10 => 9 - members,
        <= 100 => 110 - members,
        <= 1_000 => 1_101 - members,
        _ => members + 1,
    };

    static object Next(Enum choice)
    {
        var values = Enum.GetValues(choice.GetType());
        return values.GetValue((Array.IndexOf(values, choice) + 1) % values.Length)!;
    }

    // A reference is read by whoever sees its row, unless a rule says otherwise; what it names has rules of its own.
    static bool IsReference(IProperty property) => property.IsForeignKey() || property.IsPrimaryKey();

    static bool IsNamed(Dictionary<string, string> table, IProperty property) =>
        IsNamed(table, "*", property.Name) || IsNamed(table, property.DeclaringType.ClrType.Name, property.Name);

    static bool IsNamed(Dictionary<string, string> table, string entity, string name) =>
        table.TryGetValue(entity, out var names) && names.Split(' ').Contains(name);

    static string NameOf(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";
}
