using System.Security.Claims;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Who may see which product, worked out the long way: row by row in memory, from publications, lists, memberships,
/// agreements and markings, without the rows, bits and queries that the server decides by.
/// <see cref="OracleRows"/> goes on from here to every other row.
/// </summary>
sealed class Oracle
{
    readonly DateTime _now;
    readonly ILookup<Guid, Portion> _portions;
    readonly Dictionary<Guid, ProductVersion> _versions;
    readonly ILookup<Guid, ProductVersion> _versionsOf;
    readonly ILookup<Guid, Guid> _authors;
    readonly ILookup<Guid, Publication> _publications;
    readonly ILookup<Guid, Guid> _lists;
    readonly ILookup<Guid, PublicationRecipient> _recipients;
    readonly OracleReaders _readers;
    readonly HashSet<Guid> _current;

    public Oracle(RowBatch rows, DateTime now)
    {
        _now = now;
        Products = [.. rows.Of<Product>()];
        _current = [.. Products.Select(product => product.CurrentVersionId).OfType<Guid>()];
        _portions = rows.Of<Portion>().ToLookup(portion => portion.VersionId);
        _versions = rows.Of<ProductVersion>().ToDictionary(version => version.Id);
        _versionsOf = rows.Of<ProductVersion>().ToLookup(version => version.ProductId);
        _authors = rows.Of<VersionAuthor>().ToLookup(author => author.VersionId, author => author.PersonId);
        _publications = rows.Of<Publication>().ToLookup(publication => publication.VersionId);
        _lists = rows.Of<PublicationList>().ToLookup(link => link.PublicationId, link => link.ListId);
        _recipients = rows.Of<PublicationRecipient>().ToLookup(recipient => recipient.PublicationId);
        _readers = new OracleReaders(rows, now);
    }

    public IReadOnlyList<Product> Products { get; }

    public static Oracle Read(DistributionModule module, DateTime now)
    {
        using var db = module.AccessDatabase.CreateContext();
        var rows = new RowBatch();
        foreach (var type in LoadOrder.Types)
        {
            typeof(Oracle).GetMethod(nameof(ReadAll), System.Reflection.BindingFlags.NonPublic
                | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db, rows]);
        }

        return new Oracle(rows, now);
    }

    /// <summary>Who a principal is.</summary>
    public OracleReader ReaderOf(ClaimsPrincipal? principal) => _readers.Of(principal);

    /// <summary>
    /// What a principal sees of what was released: the products, newest first, each with the keys of the portions he
    /// sees, in order.
    /// </summary>
    public IReadOnlyList<(Guid Product, string[] Portions)> Seen(ClaimsPrincipal? principal)
    {
        var reader = ReaderOf(principal);
        return
        [
            .. Products
                .Where(product => product.CurrentVersionId is not null && Sees(reader, product))
                .OrderByDescending(product => product.PublishedAt)
                .ThenByDescending(product => product.Id.ToString("N"), StringComparer.Ordinal)
                .Select(product => (product.Id, PortionsSeen(product, reader))),
        ];
    }

    /// <summary>The products in preparation that a principal sees, in the order in which products are listed.</summary>
    public IEnumerable<Guid> SeenInPreparation(ClaimsPrincipal? principal)
    {
        var reader = ReaderOf(principal);
        return Products.Where(product => product.CurrentVersionId is null && Sees(reader, product))
            .Select(product => product.Id)
            .OrderByDescending(id => id.ToString("N"), StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether a product is seen: by its center's staff once released, by others while in force; before, by those who
    /// work on it.
    /// </summary>
    public bool Sees(OracleReader reader, Product product) => product.CurrentVersionId is { } id
        ? IsHome(reader, _versions[id]) || Receives(reader, product, _versions[id])
        : _versionsOf[product.Id].Any(version => WorksOn(reader, version));

    /// <summary>
    /// Whether a version is seen: the current one with its product, those before it by its center, one that is not
    /// released by those who work on it.
    /// </summary>
    public bool Sees(OracleReader reader, Product product, ProductVersion version) =>
        IsHome(reader, version)
        || WorksOn(reader, version)
        || (product.CurrentVersionId == version.Id && Receives(reader, product, version));

    /// <summary>Whether a portion of a version that is seen is seen.</summary>
    public static bool Sees(OracleReader reader, Portion portion) =>
        reader.Home.Contains(portion.OriginatorId) || reader.Meets(portion);

    static void ReadAll<T>(DbContext db, RowBatch rows)
        where T : class
    {
        foreach (var row in db.Set<T>())
        {
            rows.Add(row);
        }
    }

    string[] PortionsSeen(Product product, OracleReader reader) =>
    [
        .. _portions[product.CurrentVersionId!.Value]
            .Where(portion => Sees(reader, portion))
            .OrderBy(portion => portion.Ordinal)
            .Select(portion => portion.Key),
    ];

    /// <summary>
    /// Of the staff of its center its authors, who supervises or directs, and the privacy officers once it was given to
    /// review.
    /// </summary>
    bool WorksOn(OracleReader reader, ProductVersion version) =>
        (version.State is VersionState.Draft or VersionState.InReview or VersionState.ChangesRequested
                or VersionState.Approved or VersionState.Cancelled
            || (version.State == VersionState.Scheduled && !IsCurrent(version)))
        && version.CreatedAt <= _now
        && ((reader.Self is { } self
                && reader.Home.Contains(version.OriginatorId)
                && _authors[version.Id].Contains(self))
            || reader.SupervisedCenters.Contains(version.OriginatorId)
            || (reader.PrivacyCenters.Contains(version.OriginatorId)
                && (version.SubmittedAt is not null
                    || version.State is not (VersionState.Draft or VersionState.Cancelled))));

    bool IsHome(OracleReader reader, ProductVersion version) =>
        reader.Home.Contains(version.OriginatorId)
        && (version.State is VersionState.Published or VersionState.Superseded or VersionState.Recalled
                or VersionState.Expired
            || (version.State == VersionState.Scheduled && IsCurrent(version)));

    // What is scheduled is its product's current version where it came so, under embargo; else it is a draft.
    bool IsCurrent(ProductVersion version) => _current.Contains(version.Id);

    bool Receives(OracleReader reader, Product product, ProductVersion version)
    {
        var portions = _portions[version.Id].ToList();
        return version.State is VersionState.Published or VersionState.Scheduled
            && (version.ValidUntil is not { } end || end > _now)
            && reader.Meets(portions.Single(portion => portion.Id == version.TitlePortionId))
            && _publications[version.Id].Any(publication =>
                publication.EffectiveAt <= _now && IsReached(product, version, portions, publication, reader));
    }

    bool IsReached(
        Product product,
        ProductVersion version,
        List<Portion> portions,
        Publication publication,
        OracleReader reader)
    {
        var listsOnly = portions.Any(p => p.DisseminationControls.Contains(LimitedDisseminationControl.DlOnly));
        var recipients = _recipients[publication.Id];
        var isNamed = !listsOnly && reader.Person is not null && recipients.Any(r => r.PersonId == reader.Person);
        if (portions.Any(portion => portion.Tlp == Tlp.Red))
        {
            return isNamed;
        }

        var toOrganization = !listsOnly && reader.NamedOrganization is not null
            && recipients.Any(r => r.OrganizationId == reader.NamedOrganization);
        var onList = _lists[publication.Id].Any(reader.Lists.Contains);
        var asClient = !listsOnly
            && portions.All(portion => portion.Tlp != Tlp.AmberStrict)
            && _lists[publication.Id].Any(reader.ListsOfProviders.Contains);
        var toPublic = version.IsPublicReleaseApproved && !product.IsExercise && portions.All(portion =>
            portion.Tlp == Tlp.Clear && OracleReader.Nobody.Meets(portion)
            && portion.CuiBasic.Length + portion.CuiSpecified.Length + portion.DisseminationControls.Length
                + portion.Sensitivities.Length + portion.LegacyMarkings.Length == 0
            && portion.OriginatorControl == OriginatorControl.None);
        return isNamed || toOrganization || onList || asClient || (toPublic && !listsOnly);
    }
}
