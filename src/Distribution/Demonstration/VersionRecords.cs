using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Makes what stands behind a version and is shown to few: its sources, its notes, who let it pass. It draws numbers
/// of its own, so that whether withholding is disclosed tells nothing of whether there is any.
/// </summary>
static class VersionRecords
{
    static readonly SourceReliability[] Reliabilities = Enum.GetValues<SourceReliability>();

    static readonly InformationCredibility[] Credibilities = Enum.GetValues<InformationCredibility>();

    static readonly SourceKind[] Kinds = Enum.GetValues<SourceKind>();

    /// <summary>The organization a product is made for, protected; null: none, as of most.</summary>
    public static Guid? OnBehalfOf(SeedFrame frame, int product)
    {
        var random = RowIds.Random(RowKind.ProductRecords, product);
        return random.Chance(0.06)
            ? RowIds.Of(RowKind.Organization, random.Below(frame.Plan.Organizations))
            : null;
    }

    /// <summary>The center that made a product together with its originator; null: none, as of most.</summary>
    public static Guid? CoOriginator(SeedFrame frame, ProductSpec product)
    {
        var random = RowIds.Random(RowKind.ProductRecords, -1 - product.Index);
        var other = (product.Center + 1 + random.Below(Math.Max(1, frame.Plan.Centers - 1))) % frame.Plan.Centers;
        return random.Chance(0.1) && other != product.Center ? RowIds.Center(other) : null;
    }

    /// <summary>Whether the originator of a product lets readers know that portions are withheld from them.</summary>
    public static bool DisclosesWithholding(int product) =>
        RowIds.Random(RowKind.VersionRecords, -1 - product).Chance(0.3);

    /// <summary>The analysts' notes on a version; null: none.</summary>
    public static string? NotesOf(long version) => RowIds.Random(RowKind.VersionRecords, version).Chance(0.5)
        ? "Ask the reporting agency again before the next version (synthetic)."
        : null;

    /// <summary>What the marking of a portion permits beyond reading.</summary>
    /// <param name="portion">The portion's index.</param>
    /// <param name="isTearline">Whether it is made to be passed on.</param>
    public static PrivilegeAction[] PurposesOf(long portion, bool isTearline) =>
        RowIds.Random(RowKind.SourceReference, -1 - portion).Chance(0.2)
            ? isTearline ? [PrivilegeAction.Idsrc, PrivilegeAction.Tearline] : [PrivilegeAction.Idsrc]
            : isTearline ? [PrivilegeAction.Tearline] : [];

    /// <summary>Adds the sources of a version: of every third portion from the summary on.</summary>
    public static void AddSources(long version, IReadOnlyList<Portion> portions, RowBatch batch)
    {
        for (var (place, ordinal) = (1, 0); place < portions.Count; place += 3, ordinal++)
        {
            var random = RowIds.Random(RowKind.SourceReference, (version << 8) | (uint)place);
            var id = random.NextId();
            var kind = random.Pick<SourceKind>(Kinds);
            batch.Add(SourceReference.Of(id, portions[place], ordinal, new SourceSpec(
                $"Report {random.Between(1000, 9999)} (synthetic)",
                $"Reporting agency {random.Between(1, 99):00} (synthetic)",
                kind,
                random.Pick<SourceReliability>(Reliabilities),
                random.Pick<InformationCredibility>(Credibilities),
                kind is SourceKind.FederalReporting or SourceKind.PartnerSubmission
                    ? ThirdAgencyConsent.Given
                    : ThirdAgencyConsent.NotNeeded)));
        }
    }

    /// <summary>Adds who let a released version pass: two supervisors, or a supervisor and the director.</summary>
    public static void AddApprovals(ProductVersion version, long index, int center, RowBatch batch)
    {
        Add(ApprovalKind.Supervisor, Staff.Supervisor, -3);
        Add(ApprovalKind.Release, Staff.Director, -1);

        void Add(ApprovalKind kind, int place, int hours)
        {
            var at = version.PublishedAt!.Value.AddHours(hours);
            batch.Add(new VersionApproval
            {
                Id = RowIds.Of(RowKind.VersionApproval, (index << 4) | (uint)kind),
                VersionId = version.Id,
                OriginatorId = version.OriginatorId,
                Kind = kind,
                ApprovedById = Staff.Of(center, place),
                ApprovedAt = at,
                CreatedAt = at,
                UpdatedAt = at,
            });
        }
    }

    /// <summary>
    /// What a version in preparation has besides: for whom it is meant, who let it pass, and the rights of those who
    /// work on it.
    /// </summary>
    public static void AddDraft(
        Product product, ProductVersion version, long index, ProductSpec spec, Guid author, RowBatch batch)
    {
        foreach (var list in spec.Lists)
        {
            batch.Add(new VersionList { VersionId = version.Id, ListId = list.Id });
        }

        for (var i = 0; i < spec.Recipients.Count; i++)
        {
            batch.Add(new VersionRecipient
            {
                Id = RowIds.Of(RowKind.PublicationRecipient, (index << 8) | (uint)i),
                VersionId = version.Id,
                PersonId = spec.Recipients[i],
            });
        }

        if (version.State == VersionState.Approved)
        {
            batch.Add(new VersionApproval
            {
                Id = RowIds.Of(RowKind.VersionApproval, (index << 4) | (uint)ApprovalKind.Supervisor),
                VersionId = version.Id,
                OriginatorId = version.OriginatorId,
                Kind = ApprovalKind.Supervisor,
                ApprovedById = Staff.Of(spec.Center, Staff.Supervisor),
                ApprovedAt = version.UpdatedAt,
                CreatedAt = version.UpdatedAt,
                UpdatedAt = version.UpdatedAt,
            });
        }

        foreach (var right in EntitlementRules.OfDraft(product, version, [author]))
        {
            batch.Add(right);
        }
    }
}
