using GraphApi.Data.Bindings;
using GraphApi.Data.Projections;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Steps;

/// <summary>One other entity of each parent, by the parents' foreign keys: one statement for the level.</summary>
sealed class ReferenceStep : DataStep
{
    readonly KeyedRows _rows;
    readonly Func<object, object?> _foreignKey;
    readonly string _coordinate;

    public ReferenceStep(DataSchema schema, INavigation reference, FieldPlan field)
    {
        var projection = new Projection(reference.TargetEntityType);
        foreach (var selection in field.Selections)
        {
            if (selection.Type.RowType == reference.TargetEntityType.ClrType)
            {
                projection.Add(selection);
            }
        }

        _rows = new KeyedRows(schema.Statements, projection);
        var property = reference.ForeignKey.Properties[0].PropertyInfo!;
        _foreignKey = row => property.GetValue(row);
        if (property.PropertyType == typeof(Guid))
        {
            var read = PropertyBindings.Reader<Guid>(property);
            _foreignKey = row => read(row);
        }

        _coordinate = field.Field.Coordinate;
    }

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var keys = new Guid?[parents.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = _foreignKey(parents.Span[i]) as Guid?;
        }

        Guid[] distinct = [.. keys.OfType<Guid>().Distinct()];
        var rows = await _rows.ReadAsync(db, distinct, cancellationToken);
        return Array.ConvertAll(keys, key => key is { } known ? rows.GetValueOrDefault(known) : null);
    }

    public override string ToString() => $"Reference {_coordinate} {_rows.Projection}";
}
