using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Planning;

/// <summary>
/// What planning one operation may cost, in selections visited and in steps made. Fragments under abstract types
/// multiply: a small
/// document can stand for a plan of any size.
/// </summary>
sealed class PlanBudget(int selections, int steps)
{
    int _taken;
    int _stepsTaken;

    /// <summary>Takes a step; throws what the client is told where there is none left.</summary>
    public void TakeStep(Location location)
    {
        if (++_stepsTaken > steps)
        {
            throw new GraphQLException(new GraphQLError(
                $"The operation selects more than {steps} fields that each read from the database.",
                ErrorCode.DocumentTooComplex,
                location));
        }
    }

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
