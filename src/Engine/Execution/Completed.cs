namespace GraphApi.Engine.Execution;

/// <summary>One level of completed values: lists, or the objects at the innermost level.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CompleteValue()"/>
abstract class Completed(bool isNonNull)
{
    /// <summary>Whether the type at this level refuses null.</summary>
    public bool IsNonNull { get; } = isNonNull;

    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the value is null.</summary>
    public abstract bool IsNull(int entry);
}

/// <summary>Lists: each a range of the entries of the level below.</summary>
#pragma warning disable MA0048 // a closed hierarchy
sealed class CompletedList(bool isNonNull, int[] starts, int[] lengths) : Completed(isNonNull)
{
    /// <summary>The level of the items.</summary>
    public Completed Items { get; set; } = null!;

    public override int Count => lengths.Length;

    public override bool IsNull(int entry) => lengths[entry] < 0;

    /// <summary>Makes a list null.</summary>
    public void Null(int entry) => lengths[entry] = -1;

    /// <summary>The items of a list that is not null.</summary>
    public (int Start, int Length) RangeOf(int entry) => (starts[entry], lengths[entry]);

    /// <summary>The list that an item is in, and its index there.</summary>
    public (int Owner, int Index) Locate(int item)
    {
        // The last list that starts at or before the item: empty and null lists before it start there too.
        var owner = Array.BinarySearch(starts, item);
        owner = owner < 0 ? ~owner - 1 : owner;
        while (owner + 1 < starts.Length && starts[owner + 1] <= item)
        {
            owner++;
        }

        return (owner, item - starts[owner]);
    }
}

/// <summary>Objects: each a row of one of the batches below.</summary>
/// <param name="isNonNull">Whether the type refuses null.</param>
/// <param name="count">How many values there are.</param>
/// <param name="rows">The row behind each value, -1 for null; null: value i is row i.</param>
/// <param name="targets">The batch of each value's row, as an index into the column's targets; null: the first.</param>
sealed class CompletedObjects(bool isNonNull, int count, int[]? rows, int[]? targets) : Completed(isNonNull)
{
    int[]? _rows = rows;

    public override int Count => count;

    public override bool IsNull(int entry) => _rows is not null && _rows[entry] < 0;

    /// <summary>The row of a value, -1 for null.</summary>
    public int RowOf(int entry) => _rows is null ? entry : _rows[entry];

    /// <summary>Which of the column's targets the row is in.</summary>
    public int TargetOf(int entry) => targets is null ? 0 : targets[entry];

    /// <summary>Makes a value null.</summary>
    public void Null(int entry)
    {
        if (_rows is null)
        {
            _rows = new int[count];
            for (var i = 0; i < count; i++)
            {
                _rows[i] = i;
            }
        }

        _rows[entry] = -1;
    }
}
#pragma warning restore MA0048
