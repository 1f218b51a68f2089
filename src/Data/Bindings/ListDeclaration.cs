namespace GraphApi.Data.Bindings;

/// <summary>What all selections of one list field share.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Fields">The entity.</param>
/// <param name="Coordinate">The field.</param>
/// <param name="Order">Its order; empty: that of the entity.</param>
/// <param name="MaxPageSize">The most rows of a page; null: as <see cref="Paging.PagingOptions"/> says.</param>
/// <param name="Link">The index over the entity that joins parents and children; null: none.</param>
sealed record ListDeclaration(
    DataSchema Schema,
    EntityFields Fields,
    string Coordinate,
    IReadOnlyList<OrderTerm> Order,
    int? MaxPageSize,
    LinkIndex? Link = null);
