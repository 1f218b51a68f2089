using GraphApi.Data.Generation;
using GraphApi.Data.Steps;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>A root field that finds entities by their texts: a connection of rows that are made for it.</summary>
sealed class SearchDeclaration(SearchSource source) : FieldDeclaration
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        if (schema.FieldsOf(source.EntityType) is not { } fields)
        {
            schema.Report(use.Coordinate, $"No entity fields were added for {source.EntityType.Name}.");
            return null;
        }

        if (use.Connection is not null && fields.Order is [_])
        {
            return new SearchBinding(schema, source, fields, ConnectionUse.MaxPageSize(use));
        }

        schema.Report(use.Coordinate, "A search has @connection in the SDL, and its entity an order by one value.");
        return null;
    }

    sealed class SearchBinding(DataSchema schema, SearchSource source, EntityFields fields, int? maxPageSize)
        : StepBinding
    {
        public override Step Plan(FieldPlan field) => new SearchStep(schema, source, fields, maxPageSize, field);
    }
}
