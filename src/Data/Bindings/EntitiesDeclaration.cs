using GraphApi.Data.Databases;
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
            return new EntitiesBinding(fields, keys, isList, schema.Provider);
        }

        schema.Report(use.Coordinate, $"No fields were added for {entity.Name}.");
        return null;
    }

    sealed class EntitiesBinding(
        EntityFields fields,
        Func<object, IReadOnlyList<Guid>> keys,
        bool isList,
        DatabaseProvider provider) : StepBinding
    {
        public override Step Plan(FieldPlan field) => new EntitiesStep(fields, field, keys, isList, provider);
    }
}
