using GraphApi.Distribution.Disciplines;
using GraphApi.Distribution.Jurisdictions;
using GraphApi.Distribution.Sectors;

namespace GraphApi.Distribution.Reference;

/// <summary>The reference tables as rows. A row that is referred to stands before the rows that refer to it.</summary>
static class ReferenceRows
{
    // Reference rows are as old as the network, whenever a database was made: exports of two installations are equal.
    static readonly DateTime Made = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The identifier of the sector of a code.</summary>
    public static Guid SectorId(string code) => ReferenceId.Of("sectors", code);

    /// <summary>The identifier of the topic of a code.</summary>
    public static Guid TopicId(string code) => ReferenceId.Of("topics", code);

    /// <summary>The identifier of the lifeline of a code.</summary>
    public static Guid LifelineId(string code) => ReferenceId.Of("community_lifelines", code);

    /// <summary>The identifier of the discipline of a code.</summary>
    public static Guid DisciplineId(string code) => ReferenceId.Of("disciplines", code);

    /// <summary>The identifier of the jurisdiction of a FIPS code.</summary>
    public static Guid JurisdictionId(string fipsCode) => ReferenceId.Of("jurisdictions", fipsCode);

    /// <summary>All sectors.</summary>
    public static IEnumerable<Sector> Sectors() => SectorTable.All.Select(sector => new Sector
    {
        Id = SectorId(sector.Code),
        Code = sector.Code,
        Name = sector.Name,
        ValidFrom = sector.ValidFrom,
        ValidUntil = sector.ValidUntil,
        SuccessorId = sector.Successor is { } successor ? SectorId(successor) : null,
        MispCode = sector.MispCode,
        NiemCodes = sector.NiemCodes,
        NippName = sector.NippName,
        CreatedAt = Made,
        UpdatedAt = Made,
    });

    /// <summary>All topics; those that are a successor or a parent stand first.</summary>
    public static IEnumerable<Topic> Topics() => TopicTable.All
        .OrderBy(topic => topic.Parent is null ? 0 : topic.Successor is null ? 1 : 2)
        .Select(topic => new Topic
        {
            Id = TopicId(topic.Code),
            Code = topic.Code,
            Name = topic.Name,
            Status = topic.Successor is null ? TopicStatus.Current : TopicStatus.Historical,
            ParentId = topic.Parent is { } parent ? TopicId(parent) : null,
            SuccessorId = topic.Successor is { } successor ? TopicId(successor) : null,
            CreatedAt = Made,
            UpdatedAt = Made,
        });

    /// <summary>All lifelines.</summary>
    public static IEnumerable<CommunityLifeline> Lifelines() => CommunityLifelineTable.All.Select(lifeline =>
        new CommunityLifeline
        {
            Id = LifelineId(lifeline.Code),
            Code = lifeline.Code,
            Name = lifeline.Name,
            Components = lifeline.Components,
            CreatedAt = Made,
            UpdatedAt = Made,
        });

    /// <summary>All disciplines.</summary>
    public static IEnumerable<Discipline> Disciplines() => DisciplineTable.All.Select(discipline => new Discipline
    {
        Id = DisciplineId(discipline.Code),
        Code = discipline.Code,
        Name = discipline.Name,
        CreatedAt = Made,
        UpdatedAt = Made,
    });

    /// <summary>All jurisdictions.</summary>
    public static IEnumerable<Jurisdiction> Jurisdictions() => JurisdictionTable.All.Select(jurisdiction =>
        new Jurisdiction
        {
            Id = JurisdictionId(jurisdiction.FipsCode),
            Kind = jurisdiction.Kind,
            Name = jurisdiction.Name,
            FipsCode = jurisdiction.FipsCode,
            PostalCode = jurisdiction.PostalCode,
            CreatedAt = Made,
            UpdatedAt = Made,
        });
}
