using GraphApi.Data.UseCases;
using GraphApi.Distribution.Centers;

namespace GraphApi.Distribution.Drafting;

/// <summary>What a new product is about. Null: as it was; a list is replaced as a whole.</summary>
/// <param name="HazardScopes">The hazards.</param>
/// <param name="Topics">The topics, by id.</param>
/// <param name="Sectors">The sectors, by id.</param>
/// <param name="Lifelines">The lifelines, by id.</param>
/// <param name="Jurisdictions">The jurisdictions, by id.</param>
/// <param name="Disciplines">The disciplines, by id.</param>
/// <param name="CoOriginators">The centers that make it together with the originator, by id.</param>
/// <param name="OnBehalfOf">For whom it is made, where that is protected, by id.</param>
sealed record DraftSubjectInput(
    HazardScope[]? HazardScopes,
    string[]? Topics,
    string[]? Sectors,
    string[]? Lifelines,
    string[]? Jurisdictions,
    string[]? Disciplines,
    string[]? CoOriginators,
    Optional<string?> OnBehalfOf);
