using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Import;

/// <summary>A finished, published product in its present version.</summary>
/// <param name="Reader">Reports problems of the line.</param>
/// <param name="Key">Its center and reference.</param>
sealed record ProductLine(LineReader Reader, ImportKey Key) : ImportLine(Reader, Key)
{
    const int MaxAudience = 1_000;
    const int MaxCoOriginators = 20;

    /// <summary>The number readers cite; null: one is made.</summary>
    public string? PublicNumber { get; private init; }

    /// <summary>Its type.</summary>
    public ProductType Type { get; private init; }

    /// <summary>How soon it should be read.</summary>
    public Urgency Urgency { get; private init; }

    /// <summary>Whether it is exercise material.</summary>
    public bool IsExercise { get; private init; }

    /// <summary>Whether release to the public was approved.</summary>
    public bool IsPublicReleaseApproved { get; private init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTime PublishedAt { get; private init; }

    /// <summary>When it ends to be valid, UTC; null: open-ended.</summary>
    public DateTime? ValidUntil { get; private init; }

    /// <summary>Whether readers may know that portions are withheld from them.</summary>
    public bool DisclosesWithholding { get; private init; }

    /// <summary>What its analysts wrote down for themselves; null: nothing.</summary>
    public string? AnalystNotes { get; private init; }

    /// <summary>The reference of the organization it was made for, which is protected; null: none.</summary>
    public string? OnBehalfOf { get; private init; }

    /// <summary>The short names of the centers that made it together with its own.</summary>
    public required IReadOnlyList<string> CoOriginators { get; init; }

    /// <summary>The hazards it is about.</summary>
    public required IReadOnlyList<HazardScope> HazardScopes { get; init; }

    /// <summary>What it is meant for.</summary>
    public required IReadOnlyList<IntendedUse> IntendedUses { get; init; }

    /// <summary>The sectors it is about.</summary>
    public required IReadOnlyList<Guid> Sectors { get; init; }

    /// <summary>The lifelines it is about.</summary>
    public required IReadOnlyList<Guid> Lifelines { get; init; }

    /// <summary>The topics it is about.</summary>
    public required IReadOnlyList<Guid> Topics { get; init; }

    /// <summary>The jurisdictions it is about.</summary>
    public required IReadOnlyList<Guid> Jurisdictions { get; init; }

    /// <summary>The disciplines it is for.</summary>
    public required IReadOnlyList<Guid> Disciplines { get; init; }

    /// <summary>References of the lists it was published to.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>Subjects of the persons it was published to by name.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The subject of its author.</summary>
    public required string Author { get; init; }

    /// <summary>The subject of who released it.</summary>
    public required string ReleasedBy { get; init; }

    /// <summary>Why it was released.</summary>
    public required string ReasonForRelease { get; init; }

    /// <summary>Its portions: the title, the summary, then the others; empty where they were refused.</summary>
    public required IReadOnlyList<PortionSpec> Portions { get; init; }

    /// <summary>Its review; null where it was refused.</summary>
    public required ReviewFields? Review { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<(string Field, ImportKey Key)> References =>
    [
        ("center", ImportKey.OfCenter(Key.Scope)),
        ("author", ImportKey.OfPerson(Author)),
        ("releasedBy", ImportKey.OfPerson(ReleasedBy)),
        .. Review is null ? [] : new[] { ("privacyReview.reviewer", ImportKey.OfPerson(Review.Reviewer)) },
        .. OnBehalfOf is null ? [] : new[] { ("onBehalfOf", ImportKey.OfOrganization(OnBehalfOf)) },
        .. CoOriginators.Select((center, index) => ($"coOriginators[{index}]", ImportKey.OfCenter(center))),
        .. Lists.Select((list, index) => ($"lists[{index}]", ImportKey.OfList(Key.Scope, list))),
        .. Recipients.Select((person, index) => ($"recipients[{index}]", ImportKey.OfPerson(person))),
    ];

    /// <summary>Reads the fields.</summary>
    public static new ProductLine Read(LineReader reader)
    {
        var reference = reader.Text("ref", 200);
        var author = reader.Text("author", 200);
        var publishedAt = reader.Moment("publishedAt");
        var line = new ProductLine(reader, ImportKey.OfProduct(reader.Text("center", 40), reference))
        {
            PublicNumber = reader.OptionalText("publicNumber", 60),
            Type = reader.Choice<ProductType>("type"),
            Urgency = reader.Choice<Urgency>("urgency"),
            IsExercise = reader.Flag("isExercise", @default: false),
            IsPublicReleaseApproved = reader.Flag("publicReleaseApproved", @default: false),
            PublishedAt = publishedAt,
            ValidUntil = reader.OptionalMoment("validUntil"),
            DisclosesWithholding = reader.Flag("disclosesWithholding", @default: false),
            AnalystNotes = reader.OptionalText("analystNotes", 10_000, multiline: true),
            OnBehalfOf = reader.OptionalText("onBehalfOf", 200),
            CoOriginators = reader.Texts("coOriginators", MaxCoOriginators, 40),
            HazardScopes = reader.Choices<HazardScope>("hazardScopes"),
            IntendedUses = reader.Choices<IntendedUse>("intendedUses"),
            Sectors = reader.Codes("sectors", ReferenceCodes.Sectors),
            Lifelines = reader.Codes("lifelines", ReferenceCodes.Lifelines),
            Topics = reader.Codes("topics", ReferenceCodes.Topics),
            Jurisdictions = reader.Codes("jurisdictions", ReferenceCodes.Jurisdictions),
            Disciplines = reader.Codes("disciplines", ReferenceCodes.Disciplines),
            Lists = reader.Texts("lists", MaxAudience, 200),
            Recipients = reader.Texts("recipients", MaxAudience, 200),
            Author = author,
            ReleasedBy = reader.Text("releasedBy", 200),
            ReasonForRelease = reader.Text("reasonForRelease", 2_000, multiline: true),
            Portions = PortionFields.Read(reader),
            Review = ReviewFields.Read(reader, author, publishedAt),
        };
        line.Check();
        return line;
    }

    /// <inheritdoc/>
    public override void AddRows(Guid id, ImportReferences references, DateTime now, RowBatch batch)
    {
        if (PublishedAt > now)
        {
            Reader.Refuse("publishedAt", "is in the future");
        }

        if (Portions.Count == 0 || Review is null)
        {
            return;
        }

        var narrowest = Portions.Max(portion => portion.Marking.Tlp);
        var sensitivities = Portions.SelectMany(portion => portion.Marking.Sensitivities).Distinct().ToArray();
        for (var i = 0; i < Lists.Count; i++)
        {
            var list = references.List(ImportKey.OfList(Key.Scope, Lists[i]));
            var ceiling = list.TlpCeiling;
            if (narrowest > ceiling)
            {
                Reader.Refuse(
                    $"lists[{i}]",
                    $"may carry up to {EnumNames.Of(ceiling)}, and a portion is {EnumNames.Of(narrowest)}");
            }

            foreach (var sensitivity in sensitivities.Except(list.CeilingSensitivities))
            {
                Reader.Refuse($"lists[{i}]", $"may not carry {EnumNames.Of(sensitivity)}, and a portion does");
            }
        }

        new ProductRows(this, references, now).Add(id, batch);
    }

    void Check()
    {
        if (ReleasedBy == Author)
        {
            Reader.Refuse("releasedBy", "is the author: somebody else is to have released it");
        }

        if (ReleasedBy == Review?.Reviewer)
        {
            Reader.Refuse("releasedBy", "is the reviewer: somebody else is to have released it");
        }

        if (CoOriginators.Contains(Key.Scope))
        {
            Reader.Refuse("coOriginators", "names the center that made it: it is to name the others");
        }

        if (ValidUntil <= PublishedAt)
        {
            Reader.Refuse("validUntil", "is not after publishedAt");
        }

        if (Lists.Count + Recipients.Count == 0)
        {
            Reader.Refuse("lists", "is empty, and so is recipients: a product is published to somebody");
        }

        if (Portions.Any(portion => portion.Marking.Tlp == Tlp.Red) && Lists.Count > 0)
        {
            Reader.Refuse("lists", "is to be empty: TLP:RED goes to recipients who are named");
        }

        if (IsPublicReleaseApproved && (IsExercise || Portions.Any(portion => portion.Marking.Tlp != Tlp.Clear)))
        {
            Reader.Refuse("publicReleaseApproved", "is for products that are TLP:CLEAR throughout and no exercise");
        }
    }
}
