using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Engine.Planning.Costs;

/// <summary>What the costs of one request are worked out with. Mutable: it takes the first error.</summary>
struct CostEvaluation(VariableValues variables)
{
    /// <summary>The variables of the request.</summary>
    public VariableValues Variables { get; } = variables;

    /// <summary>Why the cost cannot be told; null: it can.</summary>
    public GraphQLError? Error { get; private set; }

    /// <summary>Takes an error, unless there is one.</summary>
    public void Refuse(GraphQLError error) => Error ??= error;
}
