using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Execution;

/// <summary>The rows for which a field is refused.</summary>
/// <param name="Error">What the client is told at the path of each.</param>
/// <param name="IsRefused">For each row whether it is one.</param>
public sealed record RowRefusal(GraphQLError Error, bool[] IsRefused);
