using GraphApi.Data.ChangeLog;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A root field whose own code asks of rows whether a condition of the request holds for them.</summary>
/// <param name="source">Of which rows.</param>
/// <param name="entity">The entity.</param>
/// <param name="create">Makes the binding.</param>
sealed class MatchingDeclaration(RootSource source, Type entity, Func<RowMatches, FieldBinding> create)
    : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        if (schema.FieldsOf(entity) is { } fields)
        {
            return create(new RowMatches(schema, fields, source));
        }

        schema.Report(use.Coordinate, $"No fields were added for {entity.Name}.");
        return null;
    }
}
