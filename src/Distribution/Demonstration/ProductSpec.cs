using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A product to be made, with its versions and its audience.</summary>
/// <param name="Index">Its index among products, from 0.</param>
/// <param name="Center">The index of the center that makes it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Urgency">How soon it should be read.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsExercise">Whether it is exercise material.</param>
/// <param name="HazardScopes">The hazards it is about.</param>
/// <param name="Sectors">Codes of the sectors it is about.</param>
/// <param name="Topics">Codes of the topics it is about.</param>
/// <param name="FipsCodes">FIPS codes of the jurisdictions it is about.</param>
/// <param name="Disciplines">Codes of the disciplines it is for.</param>
/// <param name="Lists">The lists it is published to.</param>
/// <param name="Recipients">The persons it is published to by name.</param>
/// <param name="Versions">Its versions, from the first on; the last is the current one.</param>
sealed record ProductSpec(
    int Index,
    int Center,
    ProductType Type,
    Urgency Urgency,
    ProductState State,
    bool IsExercise,
    HazardScope[] HazardScopes,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> FipsCodes,
    IReadOnlyList<string> Disciplines,
    IReadOnlyList<DistributionList> Lists,
    IReadOnlyList<Guid> Recipients,
    IReadOnlyList<VersionSpec> Versions);
