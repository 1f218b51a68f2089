using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>How a reference may be read.</summary>
static class References
{
    /// <summary>
    /// Whether a reference may be joined into the statement of its row. One whose foreign key is required becomes an
    /// inner join, which would take away the row itself where a query filter hides the target; so that is loaded apart.
    /// </summary>
    public static bool CanJoin(INavigation reference) =>
        !(reference.ForeignKey.IsRequired && reference.IsOnDependent && HasFilter(reference.TargetEntityType));

    /// <summary>Whether rows of an entity can be hidden.</summary>
    public static bool HasFilter(IReadOnlyEntityType entity) =>
        entity.GetRootType().GetDeclaredQueryFilters().Count > 0;
}
