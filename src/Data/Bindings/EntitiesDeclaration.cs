using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A field of a row made in memory that is one entity, or several, by key.</summary>
/// <param name="entity">The entity.</param>
/// <param name="keys">The keys a row names.</param>
/// <param name="isList">Whether the field is a list.</param>
sealed class EntitiesDeclaration(Type entity, Func<object, IReadOnlyList<Guid>> keys, bool isList) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        if (schema.FieldsOf(entity) is { } fields)
        {
            return new EntitiesBinding(schema, fields, keys, isList);
        }

        schema.Report(use.Coordinate, $"No fields were added for {entity.Name}.");
        return null;
    }

    sealed class EntitiesBinding(
        DataSchema schema,
        EntityFields fields,
        Func<object, IReadOnlyList<Guid>> keys,
        bool isList) : StepBinding
    {
        public override Step Plan(FieldPlan field) => new EntitiesStep(schema, fields, field, keys, isList);
    }
}
