namespace GraphApi.Engine.Errors;

/// <summary>
/// Thrown inside a step where a field fails for a reason the client may read: <see cref="Error"/> reaches it as it is,
/// with the field's location and path added. Any other exception of a step is masked.
/// </summary>
public sealed class GraphQLException(GraphQLError error, Exception? innerException = null)
    : Exception(error.Message, innerException)
{
    /// <summary>What the client is told.</summary>
    public GraphQLError Error { get; } = error;
}
