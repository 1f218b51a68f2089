using GraphApi.Engine.Errors;

namespace GraphApi.Data.Filtering;

/// <summary>What one <c>where</c> may hold: at most 8 levels, 200 conditions and 1,000 values. Mutable.</summary>
sealed class FilterBudget
{
    const int MaxDepth = 8;
    const int MaxConditions = 200;
    const int MaxValues = 1_000;

    int _depth;
    int _conditions;
    int _values;

    /// <summary>Goes one level down.</summary>
    public void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw Exceeded($"is nested deeper than {MaxDepth} levels");
        }
    }

    /// <summary>Comes back up.</summary>
    public void Leave() => _depth--;

    /// <summary>Counts a condition.</summary>
    public void AddCondition()
    {
        if (++_conditions > MaxConditions)
        {
            throw Exceeded($"has more than {MaxConditions} conditions");
        }
    }

    /// <summary>Counts the values of a list.</summary>
    public void AddValues(int count)
    {
        _values += count;
        if (_values > MaxValues)
        {
            throw Exceeded($"has more than {MaxValues} values in its lists");
        }
    }

    static GraphQLException Exceeded(string how) =>
        new(new GraphQLError($"The filter {how}.", ErrorCode.DocumentTooComplex));
}
