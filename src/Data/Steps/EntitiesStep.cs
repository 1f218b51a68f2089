using GraphApi.Data.Bindings;
using GraphApi.Data.Projections;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>
/// The entities that rows made in memory name by key: one statement for the level. Those that are not there or may not
/// be seen are null, or left out of a list. A list is in the order of its entities' type.
/// </summary>
sealed class EntitiesStep : DataStep
{
    readonly KeyedRows _rows;
    readonly Func<object, IReadOnlyList<Guid>> _keys;
    readonly bool _isList;
    readonly string _coordinate;

    public EntitiesStep(
        DataSchema schema,
        EntityFields fields,
        FieldPlan field,
        Func<object, IReadOnlyList<Guid>> keys,
        bool isList)
    {
        _rows = new KeyedRows(
            schema.Statements,
            Projection.Of(fields.Entity, field.Selection),
            isList ? (DataSchema.OrderOf(fields, []), schema.Provider) : null);
        _keys = keys;
        _isList = isList;
        _coordinate = field.Field.Coordinate;
    }

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var keys = new IReadOnlyList<Guid>[parents.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = _keys(parents.Span[i]);
        }

        var rows = await _rows.ReadAsync(db, [.. keys.SelectMany(k => k).Distinct()], cancellationToken);
        return Array.ConvertAll(keys, named => Value(named, rows));
    }

    object? Value(IReadOnlyList<Guid> keys, OrderedDictionary<Guid, object> rows) =>
        _isList
            ? keys.Select(rows.IndexOf).Where(i => i >= 0).Order().Select(i => rows.GetAt(i).Value).ToList()
            : keys is [var key] ? rows.GetValueOrDefault(key) : null;

    public override string ToString() => $"Entities {_coordinate} {_rows.Projection}";
}
