using System.Collections;
using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// Turns the values of a field into a column: lists are flattened level by level, rows are sorted into the batches of
/// the level below by their object type, and values that failed or may not be null become errors.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CompleteValue()"/>
sealed class ValueCompletion(FieldErrors errors, ObjectBudget budget)
{
    /// <summary>Whether something became null that may not be, so that nulls have to be carried up.</summary>
    public bool HasViolations { get; private set; }

    /// <summary>Leaves on their rows: looks at them only where one can be wrong or is refused.</summary>
    public LeafColumn CompleteLeaves(FieldPlan field, ObjectBatch batch, RowRefusal? refusal)
    {
        var column = new LeafColumn(field, batch);
        var leaf = field.Leaf!;
        if (!leaf.CanFail && refusal is null)
        {
            return column;
        }

        for (var row = 0; row < batch.Rows.Length; row++)
        {
            if (refusal?.IsRefused[row] is true)
            {
                column.Replace(row, null);
                Fail(column, row, refusal.Error);
            }
            else if (leaf.CanFail && !leaf.CanWrite(batch.Rows[row]))
            {
                column.Replace(row, CompleteLeaf(column, row, leaf.Read(batch.Rows[row])));
            }
        }

        return column;
    }

    /// <summary>Leaves that a step made.</summary>
    public ValueColumn CompleteLeaves(FieldPlan field, ObjectBatch batch, object?[] values)
    {
        var column = new ValueColumn(field, batch, values);
        for (var row = 0; row < values.Length; row++)
        {
            switch (values[row])
            {
                case null when !field.Field.Type.IsNonNull:
                    break;
                case FieldFailure failure:
                    values[row] = null;
                    Fail(column, row, failure.Error);
                    break;
                case var value when value is null || !field.StepLeaf!.CanWrite(value):
                    values[row] = CompleteLeaf(column, row, value);
                    break;
            }
        }

        return column;
    }

    /// <summary>Objects or lists of them; the rows of the level below are in the column's targets.</summary>
    public ObjectColumn CompleteObjects(FieldPlan field, ObjectBatch batch, object?[] values)
    {
        var column = new ObjectColumn(field, batch);
        var violations = new List<(Completed Level, int Entry, GraphQLError? Error)>();
        column.Values = Complete(column, field.Field.Type, values, violations);
        foreach (var (level, entry, error) in violations)
        {
            HasViolations |= level.IsNonNull;
            if (error is null)
            {
                errors.AddNonNullViolation(field, column.PathOfEntry(level, entry));
            }
            else
            {
                errors.Add(error, field, column.PathOfEntry(level, entry));
            }
        }

        return column;
    }

    /// <summary>The same error for every parent.</summary>
    public NullColumn FailAll(FieldPlan field, ObjectBatch batch, GraphQLError error)
    {
        var column = new NullColumn(field, batch);
        for (var row = 0; row < batch.Rows.Length; row++)
        {
            Fail(column, row, error);
        }

        return column;
    }

    Completed Complete(
        ObjectColumn column,
        GraphQLType type,
        object?[] values,
        List<(Completed Level, int Entry, GraphQLError? Error)> violations)
    {
        Completed completed = type.Nullable is ListType list
            ? CompleteLists(column, type.IsNonNull, list.OfType, values, violations)
            : CompleteObjects(column, type.IsNonNull, values);
        for (var entry = 0; entry < values.Length; entry++)
        {
            if (values[entry] is FieldFailure failure)
            {
                violations.Add((completed, entry, failure.Error));
            }
            else if (values[entry] is null && type.IsNonNull)
            {
                violations.Add((completed, entry, null));
            }
        }

        return completed;
    }

    CompletedList CompleteLists(
        ObjectColumn column,
        bool isNonNull,
        GraphQLType itemType,
        object?[] values,
        List<(Completed Level, int Entry, GraphQLError? Error)> violations)
    {
        var starts = new int[values.Length];
        var lengths = new int[values.Length];
        var total = 0L;
        for (var entry = 0; entry < values.Length; entry++)
        {
            starts[entry] = (int)total;
            lengths[entry] = values[entry] is ICollection items ? items.Count : -1;
            total += Math.Max(0, lengths[entry]);
            budget.Take(Math.Max(0, lengths[entry]));
        }

        var flat = new object?[total];
        for (var entry = 0; entry < values.Length; entry++)
        {
            (values[entry] as ICollection)?.CopyTo(flat, starts[entry]);
        }

        var level = new CompletedList(isNonNull, starts, lengths);
        level.Items = Complete(column, itemType, flat, violations);
        return level;
    }

    static CompletedObjects CompleteObjects(ObjectColumn column, bool isNonNull, object?[] values)
    {
        var selections = column.Field.Selections;
        if (selections is [var plan])
        {
            if (Array.TrueForAll(values, v => v is not null and not FieldFailure))
            {
                column.Targets.Add(new ObjectBatch(plan, values!, column, null));
                return new CompletedObjects(isNonNull, values.Length, null, null);
            }

            return CompleteObjects(column, isNonNull, values, [plan], _ => 0);
        }

        return CompleteObjects(column, isNonNull, values, selections, row => TypeOf(selections, row));
    }

    static CompletedObjects CompleteObjects(
        ObjectColumn column,
        bool isNonNull,
        object?[] values,
        ImmutableArray<SelectionPlan> plans,
        Func<object, int> targetOf)
    {
        var rows = new int[values.Length];
        var targets = new int[values.Length];
        var batches = plans.Select(_ => (Rows: new List<object>(), Origins: new List<int>())).ToArray();
        for (var entry = 0; entry < values.Length; entry++)
        {
            rows[entry] = -1;
            if (values[entry] is { } row and not FieldFailure)
            {
                targets[entry] = targetOf(row);
                rows[entry] = batches[targets[entry]].Rows.Count;
                batches[targets[entry]].Rows.Add(row);
                batches[targets[entry]].Origins.Add(entry);
            }
        }

        for (var i = 0; i < plans.Length; i++)
        {
            column.Targets.Add(new ObjectBatch(plans[i], [.. batches[i].Rows], column, [.. batches[i].Origins]));
        }

        return new CompletedObjects(isNonNull, values.Length, rows, targets);
    }

    /// <summary>Which of the plans is for the object type of a row.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#ResolveAbstractType()"/>
    static int TypeOf(ImmutableArray<SelectionPlan> plans, object row)
    {
        for (var i = 0; i < plans.Length; i++)
        {
            if (plans[i].Type.RowType == row.GetType())
            {
                return i;
            }
        }

        throw new InvalidOperationException($"No object type of the field has rows of {row.GetType()}.");
    }

    /// <summary>What is written of a leaf that is wrong, or holds what is.</summary>
    object? CompleteLeaf(FieldColumn column, int row, object? value)
    {
        var type = column.Field.Field.Type;
        var completed = new LeafCompletion(errors, column.Field).Complete(type, value, column.PathOf(row));
        if (completed is null && type.IsNonNull)
        {
            HasViolations = true;
            column.Batch.Null(row);
        }

        return completed;
    }

    void Fail(FieldColumn column, int row, GraphQLError error)
    {
        if (column.Field.Field.Type.IsNonNull)
        {
            HasViolations = true;
            column.Batch.Null(row);
        }

        errors.Add(error, column.Field, column.PathOf(row));
    }
}
