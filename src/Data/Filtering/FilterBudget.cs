using GraphApi.Data.Queries;
using GraphApi.Engine.Errors;

namespace GraphApi.Data.Filtering;

/// <summary>What one <c>where</c> may still hold. Mutable.</summary>
sealed class FilterBudget(QueryLimits limits)
{
    int _depth;
    int _values;

    /// <summary>Conditions counted so far.</summary>
    public int Conditions { get; private set; }

    /// <summary>Goes one level down.</summary>
    public void Enter()
    {
        if (++_depth > limits.MaxFilterDepth)
        {
            throw Exceeded(
                nameof(limits.MaxFilterDepth),
                $"The filter is nested deeper than {limits.MaxFilterDepth} levels. Write it flatter.");
        }
    }

    /// <summary>Comes back up.</summary>
    public void Leave() => _depth--;

    /// <summary>Counts a condition.</summary>
    public void AddCondition()
    {
        if (++Conditions > limits.MaxFilterConditions)
        {
            throw Exceeded(
                nameof(limits.MaxFilterConditions),
                $"The filter has more than {limits.MaxFilterConditions} conditions. Send several requests.");
        }
    }

    /// <summary>
    /// Counts an item of <c>and</c> or <c>or</c> that has added no condition since there were
    /// <paramref name="before"/>: it asks nothing, but makes the expression deeper all the same.
    /// </summary>
    public void AddItem(int before)
    {
        if (Conditions == before)
        {
            AddCondition();
        }
    }

    /// <summary>Counts the values of a list.</summary>
    public void AddValues(int count)
    {
        _values += count;
        if (_values > limits.MaxFilterValues)
        {
            throw Exceeded(
                nameof(limits.MaxFilterValues),
                $"The filter has more than {limits.MaxFilterValues} values in its lists. Send several requests.");
        }
    }

    static GraphQLException Exceeded(string limit, string message) =>
        new(GraphQLError.OfLimit(limit, message));
}
