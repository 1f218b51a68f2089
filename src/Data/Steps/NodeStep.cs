using GraphApi.Data.Bindings;
using GraphApi.Data.Projections;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary><c>node</c> and <c>nodes</c>: one statement for each type that the ids name.</summary>
sealed class NodeStep : DataStep
{
    readonly int _maxNodes;
    readonly Dictionary<string, KeyedRows> _rows = [];
    readonly bool _isList;

    public NodeStep(DataSchema schema, FieldPlan field, bool isList)
    {
        _isList = isList;
        _maxNodes = schema.Limits.MaxNodes;
        foreach (var selection in field.Selections)
        {
            if (schema.FieldsOf(selection.Type.Name) is { } fields)
            {
                var projection = Projection.Of(fields.Entity, selection);
                _rows.Add(selection.Type.Name, new KeyedRows(schema.Statements, projection));
            }
        }
    }

    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        if (!_isList)
        {
            return await LoadAsync(db, [arguments.Get<string>("id")], cancellationToken);
        }

        var ids = arguments.Get<object?[]>("ids") ?? [];
        if (ids.Length > _maxNodes)
        {
            throw new GraphQLException(new GraphQLError(
                $"At most {_maxNodes} nodes can be fetched at once; {ids.Length} were asked for.",
                ErrorCode.TooManyNodes));
        }

        return [await LoadAsync(db, [.. ids.Select(i => (string?)i)], cancellationToken)];
    }

    /// <summary>
    /// One row an id, null where there is none that the caller may see: for whatever reason, the answer is the same.
    /// </summary>
    async ValueTask<object?[]> LoadAsync(DbContext db, string?[] ids, CancellationToken cancellationToken)
    {
        var result = new object?[ids.Length];
        var wanted = ids
            .Select((id, index) =>
                (Index: index, Known: NodeIds.TryParse(id, out var type, out var key), Type: type, Key: key))
            .Where(w => w.Known && _rows.ContainsKey(w.Type));
        foreach (var group in wanted.GroupBy(w => w.Type))
        {
            var rows = await _rows[group.Key]
                .ReadAsync(db, [.. group.Select(w => w.Key).Distinct()], cancellationToken);
            foreach (var (index, _, _, key) in group)
            {
                result[index] = rows.GetValueOrDefault(key);
            }
        }

        return result;
    }

    public override string ToString() =>
        "Node " + string.Join(
            ", ",
            _rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value.Projection}"));
}
