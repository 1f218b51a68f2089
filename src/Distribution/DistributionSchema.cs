using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Paging;
using GraphApi.Data.Queries;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Administration;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Disciplines;
using GraphApi.Distribution.Drafting;
using GraphApi.Distribution.Explanations;
using GraphApi.Distribution.Jurisdictions;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Resources;
using GraphApi.Distribution.Search;
using GraphApi.Distribution.Sectors;
using GraphApi.Distribution.UseCases;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Distribution;

/// <summary>The schema: the SDL of <c>schema/*.graphql</c>, bound to the entities, field by field.</summary>
static class DistributionSchema
{
    const string Folder = "schema/";

    /// <summary>Directives that are the server's affair: not introspected, not printed for clients.</summary>
    static readonly string[] InternalDirectives =
        ["authorize", "allowAnonymous", "recorded", .. DataSchema.InternalDirectives];

    /// <summary>
    /// Binds the schema. Throws <see cref="SchemaException"/> with the whole list of what does not fit.
    /// </summary>
    public static Schema Build(IModel model, DatabaseProvider provider, DistributionOptions options)
    {
        var builder = new SchemaBuilder().HideDirectives(InternalDirectives.Contains);
        BindEnums(builder);
        var bindings = new DataSchema(new DataSchemaOptions
        {
            Model = model,
            Provider = provider,
            CursorKeys = options.CursorKeys,
            FieldRules = AccessRule.RowRuleOf,
            Paging = new PagingOptions
            {
                MaxPageSize = options.MaxPageSize,
                DefaultPageSize = Math.Min(options.MaxPageSize, 10),
            },
            Limits = new QueryLimits
            {
                MaxFilterDepth = options.MaxFilterDepth,
                MaxFilterConditions = options.MaxFilterConditions,
                MaxFilterValues = options.MaxFilterValues,
                MaxSortFields = options.MaxSortFields,
                MaxNodes = options.MaxNodes,
                CachedStatements = options.CachedStatements,
            },
        });
        foreach (var fields in Fields())
        {
            bindings.Add(fields);
        }

        var documents = Documents();
        bindings.AddTo(builder, documents);
        var schema = builder.Build();
        var written = documents.SelectMany(named => named.Document.Definitions)
            .OfType<ObjectTypeDefinitionNode>()
            .Select(t => t.Name.Value);
        var problems = AccessRule.Problems(schema, written.ToHashSet())
            .Select(problem => new SchemaError("@authorize", problem))
            .ToList();
        return problems.Count == 0 ? schema : throw new SchemaException(problems);
    }

    /// <summary>The SDL as it lies in the repository, by file name, in the order of the names.</summary>
    public static IReadOnlyList<(string Name, DocumentNode Document)> Documents()
    {
        var assembly = typeof(DistributionSchema).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return (name, SchemaBuilder.Parse(name, reader.ReadToEnd()));
                }),
        ];
    }

    static IEnumerable<ObjectFields> Fields() =>
    [
        new QueryFields(), new MutationFields(), new SubscriptionFields(),
        // Errors of use cases
        new ErrorFields<InvalidInputError>(), new ErrorFields<NotFoundError>(), new ErrorFields<NotPermittedError>(),
        new ErrorFields<RevisionConflictError>(), new ErrorFields<SeparationOfDutyError>(),
        new ErrorFields<StateConflictError>(), new AudienceErrorFields(), new ErrorFields<DraftProblemsError>(),
        new DraftProblemFields(),
        // Explanations
        new AccessExplanationFields(), new AccessPredicateFields(),
        // Administration
        new AdministrativeEventFields(),
        // Access grants
        new AccessGrantFields(), new AccessGrantEventFields(),
        // Access
        new ViewerFields(), new ViewerRoleFields(), new RoleAssignmentFields(), new ServiceClientFields(),
        new TrainingRecordFields(), new VerifiedAttributeFields(),
        // Access records
        new AccessFindingFields(), new AccessReconciliationFields(), new AccessRecordFields(),
        new AccessSummaryFields(),
        // Centers
        new EngagementPolicyFields(), new FusionCenterFields(), new PrivacyPolicyFields(), new PublicContactFields(),
        // Changes
        new ChangeEventFields(), new ChangePageFields(), new ProductSnapshotFields(),
        // Partners
        new AffiliationFields(), new ContactPointFields(), new LiaisonAssignmentFields(), new OrganizationFields(),
        new PartnerQuestionnaireFields(), new PersonFields(), new SharingAgreementFields(),
        // Ledger
        new DeliveryFields(), new DeliveryProgressFields(), new DeliverySummaryFields(), new RecipientCountFields(),
        // Publishing
        new AudienceDeltaFields(), new AudiencePreviewFields(), new EmergencyRequestFields(),
        // Lists
        new DistributionListFields(), new ListMembershipFields(), new MarkingCeilingFields(),
        // Products
        new DeliveryBasisFields(), new KeyJudgmentFields(), new MarkingBannerFields(), new PortionFields(),
        new PortionMarkingFields(), new ProductFields(), new ProductVersionFields(), new PublicationFields(),
        new PublicationRecipientFields(), new SourceReferenceFields(), new VersionApprovalFields(),
        new VersionEventFields(), new VersionRecipientFields(),
        // Privacy reviews
        new ChecklistItemFields(), new PrivacyFindingFields(), new PrivacyReviewFields(), new ReviewAnswerFields(),
        new ReviewEventFields(),
        // Recalls
        new RecallKindCountFields(), new RecallNoticeFields(), new RecallProgressFields(),
        new RecallResponseEventFields(), new RecallResponseFields(), new RecallStateCountFields(),
        new RevocationStatusFields(),
        // Receipts
        new FeedbackFields(), new ReceiptFields(),
        // Search
        new SearchHighlightFields(), new SearchHitFields(), new SearchMatchFields(), new TextRangeFields(),
        // Reference
        new CommunityLifelineFields(), new DisciplineFields(), new JurisdictionFields(), new ResourceDocumentFields(),
        new SectorFields(), new TopicFields(),
    ];

    static void BindEnums(SchemaBuilder builder) => builder
        .BindEnum<AccessGrantKind>(nameof(AccessGrantKind))
        .BindEnum<AccessGrantState>(nameof(AccessGrantState))
        .BindEnum<AccessGrantStep>(nameof(AccessGrantStep))
        .BindEnum<AccessBasis>(nameof(AccessBasis))
        .BindEnum<AccessChannel>(nameof(AccessChannel))
        .BindEnum<AccessRecordKind>(nameof(AccessRecordKind))
        .BindEnum<AccessPredicateKind>(nameof(AccessPredicateKind))
        .BindEnum<AdministrativeAction>(nameof(AdministrativeAction))
        .BindEnum<AffiliationKind>(nameof(AffiliationKind))
        .BindEnum<AgreementKind>(nameof(AgreementKind))
        .BindEnum<AgreementState>(nameof(AgreementState))
        .BindEnum<AnalyticConfidence>(nameof(AnalyticConfidence))
        .BindEnum<ApprovalKind>(nameof(ApprovalKind))
        .BindEnum<AttributeKind>(nameof(AttributeKind))
        .BindEnum<Changes.ChangeKind>("ChangeEventKind")
        .BindEnum<Products.ChangeKind>(nameof(Products.ChangeKind))
        .BindEnum<ChecklistAnswer>(nameof(ChecklistAnswer))
        .BindEnum<ChecklistTheme>(nameof(ChecklistTheme))
        .BindEnum<CitizenshipClass>(nameof(CitizenshipClass))
        .BindEnum<ClientState>(nameof(ClientState))
        .BindEnum<ContactKind>(nameof(ContactKind))
        .BindEnum<ContactVisibility>(nameof(ContactVisibility))
        .BindEnum<CuiCategory>(nameof(CuiCategory))
        .BindEnum<DeliveryChannel>(nameof(DeliveryChannel))
        .BindEnum<DeliveryRule>(nameof(DeliveryRule))
        .BindEnum<DeliveryState>(nameof(DeliveryState))
        .BindEnum<DistributionListKind>(nameof(DistributionListKind))
        .BindEnum<DistributionListState>(nameof(DistributionListState))
        .BindEnum<DraftProblemCode>(nameof(DraftProblemCode))
        .BindEnum<EngagementLevel>(nameof(EngagementLevel))
        .BindEnum<FindingCategory>(nameof(FindingCategory))
        .BindEnum<FindingOrigin>(nameof(FindingOrigin))
        .BindEnum<FindingSeverity>(nameof(FindingSeverity))
        .BindEnum<FusionCenterDesignation>(nameof(FusionCenterDesignation))
        .BindEnum<FusionCenterScope>(nameof(FusionCenterScope))
        .BindEnum<FusionLiaisonOfficerType>(nameof(FusionLiaisonOfficerType))
        .BindEnum<GovernmentLevel>(nameof(GovernmentLevel))
        .BindEnum<HazardScope>(nameof(HazardScope))
        .BindEnum<InformationCredibility>(nameof(InformationCredibility))
        .BindEnum<IntendedUse>(nameof(IntendedUse))
        .BindEnum<JoinPolicy>(nameof(JoinPolicy))
        .BindEnum<JurisdictionKind>(nameof(JurisdictionKind))
        .BindEnum<LegacyMarking>(nameof(LegacyMarking))
        .BindEnum<LiaisonDesignation>(nameof(LiaisonDesignation))
        .BindEnum<LiaisonKind>(nameof(LiaisonKind))
        .BindEnum<LiaisonState>(nameof(LiaisonState))
        .BindEnum<Likelihood>(nameof(Likelihood))
        .BindEnum<LimitedDisseminationControl>(nameof(LimitedDisseminationControl))
        .BindEnum<MemberCountBucket>(nameof(MemberCountBucket))
        .BindEnum<MembershipRole>(nameof(MembershipRole))
        .BindEnum<MembershipState>(nameof(MembershipState))
        .BindEnum<MembershipVisibility>(nameof(MembershipVisibility))
        .BindEnum<OnwardSharing>(nameof(OnwardSharing))
        .BindEnum<OrganizationStatus>(nameof(OrganizationStatus))
        .BindEnum<OriginatorControl>(nameof(OriginatorControl))
        .BindEnum<PcrclFunction>(nameof(PcrclFunction))
        .BindEnum<PersonalInformationKind>(nameof(PersonalInformationKind))
        .BindEnum<PersonRole>(nameof(PersonRole))
        .BindEnum<PortionKind>(nameof(PortionKind))
        .BindEnum<Principal>(nameof(Principal))
        .BindEnum<PrincipalKind>(nameof(PrincipalKind))
        .BindEnum<PrincipalStatus>(nameof(PrincipalStatus))
        .BindEnum<PrivacyReviewKind>(nameof(PrivacyReviewKind))
        .BindEnum<PrivacyReviewState>(nameof(PrivacyReviewState))
        .BindEnum<PrivilegeAction>(nameof(PrivilegeAction))
        .BindEnum<ProductState>(nameof(ProductState))
        .BindEnum<ProductType>(nameof(ProductType))
        .BindEnum<RecallAnswerMeans>(nameof(RecallAnswerMeans))
        .BindEnum<RecallBasis>(nameof(RecallBasis))
        .BindEnum<RecallEscalation>(nameof(RecallEscalation))
        .BindEnum<RecallKind>(nameof(RecallKind))
        .BindEnum<RecallReason>(nameof(RecallReason))
        .BindEnum<RecallResponseState>(nameof(RecallResponseState))
        .BindEnum<RecallState>(nameof(RecallState))
        .BindEnum<RequiredAction>(nameof(RequiredAction))
        .BindEnum<Revocation>(nameof(Revocation))
        .BindEnum<ResourceAccess>(nameof(ResourceAccess))
        .BindEnum<ReviewOutcome>(nameof(ReviewOutcome))
        .BindEnum<ReviewStep>(nameof(ReviewStep))
        .BindEnum<Sensitivity>(nameof(Sensitivity))
        .BindEnum<SourceKind>(nameof(SourceKind))
        .BindEnum<SourceReliability>(nameof(SourceReliability))
        .BindEnum<StakeholderKind>(nameof(StakeholderKind))
        .BindEnum<ThirdAgencyConsent>(nameof(ThirdAgencyConsent))
        .BindEnum<Tlp>(nameof(Tlp))
        .BindEnum<TopicStatus>(nameof(TopicStatus))
        .BindEnum<TrainingCourse>(nameof(TrainingCourse))
        .BindEnum<Urgency>(nameof(Urgency))
        .BindEnum<VersionState>(nameof(VersionState))
        .BindEnum<VersionStep>(nameof(VersionStep))
        .BindEnum<VersionWait>(nameof(VersionWait));
}
