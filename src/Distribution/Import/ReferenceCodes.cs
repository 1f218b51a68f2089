using System.Collections.Frozen;
using GraphApi.Distribution.Reference;

namespace GraphApi.Distribution.Import;

/// <summary>The codes of one reference table that an import may use, with the rows they mean.</summary>
/// <param name="Name">What one of them is called in a message, with its article.</param>
/// <param name="Ids">The identifiers by code.</param>
sealed record ReferenceCodes(string Name, FrozenDictionary<string, Guid> Ids)
{
    /// <summary>Sectors, also those that are no longer valid: old products are about them.</summary>
    public static readonly ReferenceCodes Sectors = new(
        "a sector",
        SectorTable.All.ToFrozenDictionary(sector => sector.Code, sector => ReferenceRows.SectorId(sector.Code)));

    /// <summary>Topics.</summary>
    public static readonly ReferenceCodes Topics = new(
        "a topic",
        TopicTable.All.ToFrozenDictionary(topic => topic.Code, topic => ReferenceRows.TopicId(topic.Code)));

    /// <summary>Community lifelines.</summary>
    public static readonly ReferenceCodes Lifelines = new(
        "a community lifeline",
        CommunityLifelineTable.All.ToFrozenDictionary(line => line.Code, line => ReferenceRows.LifelineId(line.Code)));

    /// <summary>Disciplines.</summary>
    public static readonly ReferenceCodes Disciplines = new(
        "a discipline",
        DisciplineTable.All.ToFrozenDictionary(row => row.Code, row => ReferenceRows.DisciplineId(row.Code)));

    /// <summary>Jurisdictions, by postal code.</summary>
    public static readonly ReferenceCodes Jurisdictions = new(
        "a jurisdiction (a postal code of a state, district or territory)",
        JurisdictionTable.All.ToFrozenDictionary(
            row => row.PostalCode, row => ReferenceRows.JurisdictionId(row.FipsCode)));
}
