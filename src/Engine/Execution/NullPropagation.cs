namespace GraphApi.Engine.Execution;

/// <summary>
/// Carries nulls up: a value that may not be null and is makes its parent null, up to the nearest that may. Runs over
/// the batches from the deepest to the root, and only where there was a violation.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors"/>
static class NullPropagation
{
    /// <summary>Settles all batches.</summary>
    /// <param name="batches">In the order of execution: parents before their children.</param>
    public static void Settle(List<ObjectBatch> batches)
    {
        for (var i = batches.Count - 1; i >= 0; i--)
        {
            foreach (var column in batches[i].Columns)
            {
                if (column is ObjectColumn objects)
                {
                    Settle(objects, objects.Values);
                    Carry(objects);
                }
            }
        }
    }

    // Values whose row became null are null, and lists with an item that may not be are null.
    static void Settle(ObjectColumn column, Completed level)
    {
        switch (level)
        {
            case CompletedObjects objects:
                for (var entry = 0; entry < objects.Count; entry++)
                {
                    if (!objects.IsNull(entry)
                        && column.Targets[objects.TargetOf(entry)].IsNulled(objects.RowOf(entry)))
                    {
                        objects.Null(entry);
                    }
                }

                break;
            case CompletedList list:
                Settle(column, list.Items);
                if (list.Items.IsNonNull)
                {
                    NullLists(list);
                }

                break;
        }
    }

    static void NullLists(CompletedList list)
    {
        for (var entry = 0; entry < list.Count; entry++)
        {
            var (start, length) = list.RangeOf(entry);
            for (var item = start; item < start + length; item++)
            {
                if (list.Items.IsNull(item))
                {
                    list.Null(entry);
                    break;
                }
            }
        }
    }

    static void Carry(ObjectColumn column)
    {
        if (!column.Values.IsNonNull)
        {
            return;
        }

        for (var row = 0; row < column.Values.Count; row++)
        {
            if (column.Values.IsNull(row))
            {
                column.Batch.Null(row);
            }
        }
    }
}
