using GraphApi.Data.Bindings;
using GraphApi.Data.Paging;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Data.Generation;

/// <summary>The weights and list sizes of generated types and arguments: those HotChocolate gives them.</summary>
static class GeneratedCosts
{
    /// <summary>Of <c>where</c>, <c>order</c>, a filter's operation, a direction of an order.</summary>
    public const string Operation = """ @cost(weight: "10")""";

    /// <summary>Of an operation that looks into texts.</summary>
    public const string ExpensiveOperation = """ @cost(weight: "20")""";

    /// <summary>
    /// Of a connection: as many rows as <c>first</c> or <c>last</c> asks for, without them the page size by default.
    /// Empty where the author of the schema says it himself.
    /// </summary>
    public static string Connection(FieldUse use, PagingOptions paging)
    {
        if (use.Definition.Directives.Any(directive => directive.Name.Value == CostDirectives.ListSize))
        {
            return "";
        }

        var most = ConnectionUse.MaxPageSize(use) ?? paging.MaxPageSize;
        return $"""
             @listSize(
              assumedSize: {most}
              slicingArguments: ["first", "last"]
              slicingArgumentDefaultValue: {Math.Min(paging.DefaultPageSize, most)}
              sizedFields: ["edges", "nodes"]
              requireOneSlicingArgument: false
            )
            """;
    }
}
