using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Execution;

/// <summary>
/// A value that failed, for one parent or one item of a list: null in the response (or its nearest nullable parent),
/// and <see cref="Error"/> in its errors, with location and path added.
/// </summary>
public sealed class FieldFailure(GraphQLError error)
{
    /// <summary>What the client is told.</summary>
    public GraphQLError Error { get; } = error;
}
