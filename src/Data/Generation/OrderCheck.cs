using GraphApi.Data.Bindings;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Generation;

/// <summary>
/// Checks that no list has by itself an order that not everybody may know: who may not read what it is sorted by would
/// still see where each row stands.
/// </summary>
sealed class OrderCheck(DataSchema schema)
{
    /// <summary>What is wrong.</summary>
    public IEnumerable<SchemaError> Run() =>
    [
        .. schema.Entities.SelectMany(fields => Problems(fields.TypeName, fields, fields.Order)),
        .. schema.Lists.SelectMany(list => Problems(list.Coordinate, list.Fields, list.Order)),
    ];

    IEnumerable<SchemaError> Problems(string coordinate, EntityFields fields, IReadOnlyList<OrderTerm> order)
    {
        foreach (var term in order)
        {
            var at = fields;
            foreach (var property in PropertyNames.Path(term.Key) ?? [])
            {
                if (at?.GuardOf(property) is { } guard)
                {
                    yield return new SchemaError(
                        coordinate,
                        $"{guard.Policy} decides who may read {property.Name}, "
                            + "so no list can be in its order by itself.");
                }

                at = at?.Entity.FindNavigation(property.Name) is { } reference
                    ? schema.FieldsOf(reference.TargetEntityType.ClrType)
                    : null;
            }
        }
    }
}
