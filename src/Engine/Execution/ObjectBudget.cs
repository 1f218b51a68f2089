using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Execution;

/// <summary>
/// What a response may hold, in objects and list items, over the whole request. Taken before anything is allocated.
/// </summary>
sealed class ObjectBudget(int objects)
{
    long _taken;

    /// <summary>Takes some; throws what the client is told where there are not so many left.</summary>
    public void Take(long count)
    {
        _taken += count;
        if (_taken > objects)
        {
            throw new GraphQLException(GraphQLError.OfLimit(
                nameof(EngineOptions.MaxObjects),
                $"The response would hold more than {objects} objects. Ask for smaller pages or fewer levels."));
        }
    }
}
