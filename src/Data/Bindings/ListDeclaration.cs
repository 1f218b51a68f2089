using GraphApi.Data.Sorting;

namespace GraphApi.Data.Bindings;

/// <summary>What all selections of one list field share, in whatever document they stand.</summary>
/// <param name="schema">The schema.</param>
/// <param name="fields">The entity.</param>
/// <param name="coordinate">The field.</param>
/// <param name="order">Its order; empty: that of the entity.</param>
/// <param name="maxPageSize">The most rows of a page; null: as <see cref="Paging.PagingOptions"/> says.</param>
/// <param name="link">The index over the entity that joins parents and children; null: none.</param>
sealed class ListDeclaration(
    DataSchema schema,
    EntityFields fields,
    string coordinate,
    IReadOnlyList<OrderTerm> order,
    int? maxPageSize,
    LinkIndex? link = null)
{
    SortKey? _idKey;
    SortOrder? _defaultOrder;

    /// <summary>The schema.</summary>
    public DataSchema Schema => schema;

    /// <summary>The entity.</summary>
    public EntityFields Fields => fields;

    /// <summary>The field.</summary>
    public string Coordinate => coordinate;

    /// <summary>Its order; empty: that of the entity.</summary>
    public IReadOnlyList<OrderTerm> Order => order;

    /// <summary>The most rows of a page; null: as <see cref="Paging.PagingOptions"/> says.</summary>
    public int? MaxPageSize => maxPageSize;

    /// <summary>The index over the entity that joins parents and children; null: none.</summary>
    public LinkIndex? Link => link;

    /// <summary>The key that breaks ties.</summary>
    public SortKey IdKey => _idKey ??= DataSchema.IdKeyOf(fields);

    /// <summary>The order where the request asks for none.</summary>
    public SortOrder DefaultOrder => _defaultOrder ??= DataSchema.OrderOf(fields, order);
}
