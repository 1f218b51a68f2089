using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Planning;

/// <summary>
/// What planning one operation may cost, in selections visited and in steps made. Fragments under abstract types
/// multiply: a small document can stand for a plan of any size.
/// </summary>
sealed class PlanBudget(int selections, int steps)
{
    /// <summary>Selections visited so far.</summary>
    public int Selections { get; private set; }

    /// <summary>Steps made so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Takes a step; throws what the client is told where there is none left.</summary>
    public void TakeStep(Location location)
    {
        if (++Steps > steps)
        {
            throw new GraphQLException(GraphQLError.OfLimit(
                nameof(EngineOptions.MaxSteps),
                $"The operation selects more than {steps} fields that each read from the database. Send several "
                + "operations.",
                location));
        }
    }

    /// <summary>Takes one; throws what the client is told where there is none left.</summary>
    public void Take(Location location)
    {
        if (++Selections > selections)
        {
            throw new GraphQLException(GraphQLError.OfLimit(
                nameof(EngineOptions.MaxPlannedSelections),
                $"The operation selects more than {selections} fields once its fragments are followed. Select fewer "
                + "under interfaces and unions.",
                location));
        }
    }
}
