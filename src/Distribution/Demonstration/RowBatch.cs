namespace GraphApi.Distribution.Demonstration;

/// <summary>Rows that were made and are to be written, by their type. Mutable.</summary>
sealed class RowBatch
{
    readonly Dictionary<Type, List<object>> _rows = [];

    /// <summary>How many rows it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Takes in a row.</summary>
    public void Add<T>(T row)
        where T : class
    {
        if (!_rows.TryGetValue(typeof(T), out var rows))
        {
            _rows[typeof(T)] = rows = [];
        }

        rows.Add(row);
        Count++;
    }

    /// <summary>The rows of a type, in the order they were added.</summary>
    public IReadOnlyList<object> Of(Type type) => _rows.TryGetValue(type, out var rows) ? rows : [];

    /// <summary>The rows of a type, in the order they were added.</summary>
    public IEnumerable<T> Of<T>() => Of(typeof(T)).Cast<T>();
}
