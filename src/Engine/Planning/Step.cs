using GraphApi.Engine.Execution;

namespace GraphApi.Engine.Planning;

/// <summary>
/// The work behind one field of a plan. It runs once a request, over the whole batch of its level, with the values of
/// its arguments. Immutable and shared by concurrent requests: what belongs to a request is in the context.
/// </summary>
public abstract class Step
{
    /// <summary>
    /// Returns one value a parent, in the order of <paramref name="parents"/>: null, a row, a list of rows (any
    /// <see cref="System.Collections.IList"/>, nested where the type is), a leaf value, or a
    /// <see cref="FieldFailure"/>. A <see cref="Errors.GraphQLException"/> fails the field for all parents with its
    /// error; any other exception fails it masked.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">The coerced arguments of this selection.</param>
    /// <param name="parents">The rows of the level above; at the root one row, the root value.</param>
    /// <param name="cancellationToken">Cancels when the client is gone or time is up.</param>
    public abstract ValueTask<object?[]> ExecuteAsync(
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken);

    /// <summary>One line for the printed plan: the kind of step and what it reads, without values.</summary>
    public abstract override string ToString();
}
