using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem.Leaves;

namespace GraphApi.Engine.Execution;

/// <summary>The settled values of one field for all rows of a batch.</summary>
abstract class FieldColumn(FieldPlan field, ObjectBatch batch)
{
    /// <summary>The field.</summary>
    public FieldPlan Field { get; } = field;

    /// <summary>The batch it is a column of.</summary>
    public ObjectBatch Batch { get; } = batch;

    /// <summary>The place of a row's value in the response. Only errors ask.</summary>
    public ResponsePath PathOf(int row) => new(Batch.PathOf(row), Field.ResponseKey);
}

/// <summary>Leaves that are written straight from their rows.</summary>
#pragma warning disable MA0048 // a closed hierarchy
sealed class LeafColumn(FieldPlan field, ObjectBatch batch) : FieldColumn(field, batch)
{
    Dictionary<int, object?>? _completed;
    AnyWriter<object?>? _writer;

    /// <summary>Sets what is written for a row instead of its value, which is wrong.</summary>
    public void Replace(int row, object? value) => (_completed ??= []).Add(row, value);

    /// <summary>Writes the value of a row.</summary>
    public void Write(Utf8JsonWriter writer, int row)
    {
        if (_completed is not null && _completed.TryGetValue(row, out var value))
        {
            _writer ??= new AnyWriter<object?>(Field.Field.Type);
            _writer.TryWrite(writer, value);
        }
        else
        {
            Field.Leaf!.TryWrite(writer, Batch.Rows[row]);
        }
    }
}

/// <summary>The name of the object type, the same for every row.</summary>
sealed class TypeNameColumn(FieldPlan field, ObjectBatch batch) : FieldColumn(field, batch);

/// <summary>Leaves that a step made: a value a row.</summary>
sealed class ValueColumn(FieldPlan field, ObjectBatch batch, object?[] values) : FieldColumn(field, batch)
{
    /// <summary>A value a row, valid for the type or null.</summary>
    public object?[] Values { get; } = values;
}

/// <summary>Null for every row: the field failed as a whole.</summary>
sealed class NullColumn(FieldPlan field, ObjectBatch batch) : FieldColumn(field, batch);

/// <summary>Objects, or lists of them: where the rows of the level below stand.</summary>
sealed class ObjectColumn(FieldPlan field, ObjectBatch batch) : FieldColumn(field, batch)
{
    /// <summary>The values of the parents' rows; entry i belongs to row i.</summary>
    public Completed Values { get; set; } = null!;

    /// <summary>The batches of the level below, one an object type that occurs.</summary>
    public List<ObjectBatch> Targets { get; } = [];

    /// <summary>The place of an entry of the innermost level.</summary>
    public ResponsePath PathOfItem(int entry) => PathOfEntry(Values, entry, Innermost());

    /// <summary>The place of an entry of a given level.</summary>
    public ResponsePath PathOfEntry(Completed level, int entry) => PathOfEntry(Values, entry, level);

    ResponsePath PathOfEntry(Completed level, int entry, Completed wanted)
    {
        var lists = new Stack<CompletedList>();
        for (var at = level; !ReferenceEquals(at, wanted); at = ((CompletedList)at).Items)
        {
            lists.Push((CompletedList)at);
        }

        var indexes = new Stack<int>();
        while (lists.TryPop(out var list))
        {
            var (owner, index) = list.Locate(entry);
            indexes.Push(index);
            entry = owner;
        }

        var path = PathOf(entry);
        while (indexes.TryPop(out var index))
        {
            path = new ResponsePath(path, index);
        }

        return path;
    }

    Completed Innermost()
    {
        var level = Values;
        while (level is CompletedList list)
        {
            level = list.Items;
        }

        return level;
    }
}
#pragma warning restore MA0048
