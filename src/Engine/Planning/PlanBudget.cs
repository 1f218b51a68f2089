using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Planning;

/// <summary>
/// What planning one operation may cost, in selections visited. Fragments under abstract types multiply: a small
/// document can stand for a plan of any size.
/// </summary>
sealed class PlanBudget(int selections)
{
    int _taken;

    /// <summary>Takes one; throws what the client is told where there is none left.</summary>
    public void Take(Location location)
    {
        if (++_taken > selections)
        {
            throw new GraphQLException(new GraphQLError(
                $"The operation selects more than {selections} fields once its fragments are followed.",
                ErrorCode.DocumentTooComplex,
                location));
        }
    }
}
