using System.Collections.Concurrent;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>A valid document and the plans of those of its operations that were asked for.</summary>
sealed class PlannedDocument(
    Schema schema, DocumentNode document, EngineOptions options, FieldAuthorizer? authorizer, EngineWork? work = null)
{
    readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);
    readonly List<OperationDefinitionNode> _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];

    /// <summary>
    /// The plan of an operation, made when it is first asked for; an error where it cannot be chosen or planned.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#GetOperation()"/>
    public (OperationPlan? Plan, GraphQLError? Error) GetPlan(string? operationName)
    {
        // "" is no name: some clients send it where they have none.
        operationName = operationName is "" ? null : operationName;
        var key = operationName ?? "";
        if (_plans.TryGetValue(key, out var plan))
        {
            return (plan, null);
        }

        var operation = operationName is null
            ? _operations.Count == 1 ? _operations[0] : null
            : _operations.Find(o => o.Name?.Value == operationName);
        if (operation is null)
        {
            return (null, new GraphQLError(
                (operationName, _operations.Count) switch
                {
                    (not null, _) => $"Unknown operation named \"{operationName}\".",
                    (null, 0) => "Must provide an operation.",
                    _ => "Must provide operation name if query contains multiple operations.",
                },
                ErrorCode.RequestInvalid));
        }

        try
        {
            plan = new Planner(schema, document, options, authorizer, work).Plan(operation);
        }
        catch (GraphQLException tooLarge)
        {
            return (null, tooLarge.Error);
        }

        return (_plans.GetOrAdd(key, plan), null);
    }
}
