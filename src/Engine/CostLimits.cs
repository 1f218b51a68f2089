using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;

namespace GraphApi.Engine;

/// <summary>What becomes of an operation for its cost: whether it runs, and what its response tells.</summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html"/>
sealed class CostLimits(EngineOptions options)
{
    /// <summary>The response of an operation that does not run for its cost; null: it may run.</summary>
    public GraphQLResponse? Settle(OperationCost cost, GraphQLRequest request)
    {
        if (request.Cost == CostMode.Validate)
        {
            return new GraphQLResponse(ResponseKind.Priced);
        }

        if (IsExceeded(cost))
        {
            return new GraphQLResponse(ResponseKind.Refused, Exceeded(cost));
        }

        return request.Admit?.Invoke(cost) is { } refused ? new GraphQLResponse(ResponseKind.Throttled, refused) : null;
    }

    /// <summary>Tells the cost, where the request wants to know it.</summary>
    public static void Report(OperationCost cost, CostMode mode, GraphQLResponse response)
    {
        if (mode != CostMode.Silent)
        {
            response.Extend("operationCost", new Dictionary<string, object?>
            {
                ["fieldCost"] = cost.FieldCost,
                ["typeCost"] = cost.TypeCost,
            });
        }
    }

    /// <summary>What an operation of that cost is refused with; empty: it may cost as much.</summary>
    public IReadOnlyList<GraphQLError> Exceeded(OperationCost cost)
    {
        if (!IsExceeded(cost))
        {
            return [];
        }

        var errors = new List<GraphQLError>();
        if (cost.FieldCost > options.MaxFieldCost)
        {
            errors.Add(Exceeded("field", cost.FieldCost, options.MaxFieldCost));
        }

        if (cost.TypeCost > options.MaxTypeCost)
        {
            errors.Add(Exceeded("type", cost.TypeCost, options.MaxTypeCost));
        }

        return errors;
    }

    bool IsExceeded(OperationCost cost) =>
        options.EnforceCost && (cost.FieldCost > options.MaxFieldCost || cost.TypeCost > options.MaxTypeCost);

    static GraphQLError Exceeded(string kind, double cost, double most) =>
        new($"The maximum allowed {kind} cost was exceeded.", ErrorCode.CostExceeded)
        {
            Extensions = new Dictionary<string, object?>
            {
                [$"{kind}Cost"] = cost,
                [$"max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost"] = most,
            },
        };
}
