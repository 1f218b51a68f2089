using GraphApi.Engine;
using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>The header <c>GraphQL-Cost</c>, by which a client asks what its operations cost.</summary>
static class CostHeader
{
    /// <summary>Its name.</summary>
    public const string Name = "GraphQL-Cost";

    /// <summary>
    /// What the header asks for; null where it says something else. It may seem friendly to ignore that, as
    /// HotChocolate does: then a misspelt <c>validate</c> runs an operation that was only to be priced.
    /// </summary>
    public static CostMode? Read(IHeaderDictionary headers)
    {
        var values = headers[Name];
        return values.Count == 0 ? CostMode.Silent
            : Is(values, "report") ? CostMode.Report
            : Is(values, "validate") ? CostMode.Validate
            : null;
    }

    /// <summary>The refusal of a header that says something else.</summary>
    public static RequestRefusal Refusal => new(
        RefusalReason.Unreadable, $"The header '{Name}' must be 'report' or 'validate'.", ErrorCode.RequestInvalid);

    static bool Is(Microsoft.Extensions.Primitives.StringValues values, string wanted) =>
        values.Count == 1 && string.Equals(values[0]?.Trim(), wanted, StringComparison.OrdinalIgnoreCase);
}
