using GraphApi.Data.Bindings;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Generation;

/// <summary>
/// Checks that what is marked can be filtered and sorted: by the database, and by everybody who may read the row it is
/// asked of, for a condition tells as much of a value as its selection does.
/// </summary>
sealed class TargetCheck(DataSchema schema, SdlGenerator generator)
{
    /// <summary>What is wrong.</summary>
    public IEnumerable<SchemaError> Run()
    {
        foreach (var use in generator.ObjectFields)
        {
            var marks = use.Definition.Directives.Select(d => d.Name.Value).ToHashSet();
            if (!marks.Contains("filterable") && !marks.Contains("sortable"))
            {
                continue;
            }

            var target = schema.FieldsOf(use.TypeName)?.Target(use.Name);
            if (marks.Contains("authorize") && target?.Guard is null)
            {
                yield return new SchemaError(
                    use.Coordinate,
                    "A field with a rule of its own can neither be filtered nor sorted: that gives its values away.");
            }

            if (target is null)
            {
                yield return new SchemaError(
                    use.Coordinate,
                    "The database does not have the field, so it can be neither filtered nor sorted.");
            }
            else if (marks.Contains("sortable") && !CanSort(target))
            {
                yield return new SchemaError(
                    use.Coordinate,
                    "Lists cannot be sorted by the field: it is neither a column nor a reference that may be joined.");
            }
        }
    }

    static bool CanSort(FieldTarget target) => target switch
    {
        ValueTarget value => value.Sql is null,
        ReferenceTarget reference => References.CanJoin(reference.Navigation),
        _ => false,
    };
}
