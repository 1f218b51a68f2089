using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>
/// What every request for an operation would be refused with, found without one: its plan is larger than it may be, or
/// its cost is more than it may be and no variable has a say in it.
/// </summary>
/// <param name="schema">
/// The schema. Without bindings nobody knows which fields take a step, so that steps are not counted; what they weigh
/// the SDL shows.
/// </param>
/// <param name="options">The limits.</param>
/// <param name="authorizer">Says which fields are guarded; null: none.</param>
sealed class CertainRefusals(Schema schema, EngineOptions options, FieldAuthorizer? authorizer = null)
{
    readonly CostLimits _limits = new(options);

    /// <summary>The refusals of an operation of a valid document; empty: it depends on the request.</summary>
    public IReadOnlyList<GraphQLError> Of(DocumentNode document, OperationDefinitionNode operation)
    {
        OperationPlan plan;
        try
        {
            plan = new Planner(schema, document, options, authorizer).Plan(operation);
        }
        catch (GraphQLException tooLarge)
        {
            return [tooLarge.Error];
        }

        if (plan.Cost.Constant is { } constant)
        {
            return _limits.Exceeded(constant);
        }

        if (!operation.VariableDefinitions.IsEmpty)
        {
            return [];
        }

        var cost = plan.Cost.Evaluate(VariableValues.None, out var unpriced);
        return unpriced is null ? _limits.Exceeded(cost) : [unpriced];
    }
}
