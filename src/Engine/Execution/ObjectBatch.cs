using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;

namespace GraphApi.Engine.Execution;

/// <summary>
/// All rows of one object type at one place of the plan, over the whole response: what a step gets as its parents.
/// Mutable while the operation runs.
/// </summary>
sealed class ObjectBatch
{
    readonly ObjectColumn? _parent;
    readonly int[]? _origins;
    bool[]? _nulled;

    /// <summary>The root: one row, no parent.</summary>
    public ObjectBatch(SelectionPlan plan, object root)
        : this(plan, [root], null, null)
    {
    }

    /// <summary>Rows below a column.</summary>
    /// <param name="plan">What is selected on them.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="parent">The column they are values of; null at the root.</param>
    /// <param name="origins">The entry of the column's innermost level that each row is; null: row i is entry
    /// i.</param>
    public ObjectBatch(SelectionPlan plan, object[] rows, ObjectColumn? parent, int[]? origins)
    {
        Plan = plan;
        Rows = rows;
        _parent = parent;
        _origins = origins;
        Columns = new FieldColumn?[plan.Fields.Length];
    }

    /// <summary>What is selected.</summary>
    public SelectionPlan Plan { get; }

    /// <summary>The rows.</summary>
    public object[] Rows { get; }

    /// <summary>
    /// The values of each field of the plan; null where the field does not take part in this request.
    /// </summary>
    public FieldColumn?[] Columns { get; }

    /// <summary>Whether a row became null because one of its fields had to.</summary>
    public bool IsNulled(int row) => _nulled is not null && _nulled[row];

    /// <summary>Makes a row null.</summary>
    public void Null(int row) => (_nulled ??= new bool[Rows.Length])[row] = true;

    /// <summary>The place of a row in the response. Only errors ask.</summary>
    public ResponsePath? PathOf(int row) => _parent?.PathOfItem(_origins is null ? row : _origins[row]);
}
