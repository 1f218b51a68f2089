using GraphApi.Data.Projections;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Bindings;

/// <summary>
/// Refuses fields on the rows where their <see cref="FieldRule"/> does not hold. The database has decided that when the
/// rows were loaded, so nothing is asked again.
/// </summary>
public abstract class RowAuthorizer : FieldAuthorizer
{
    /// <inheritdoc/>
    public sealed override bool GuardsRows(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return GuardOf(field) is not null;
    }

    /// <inheritdoc/>
    public sealed override RowRefusal? AuthorizeRows(Field field, object? session, ReadOnlyMemory<object> rows)
    {
        ArgumentNullException.ThrowIfNull(field);
        var guard = GuardOf(field)!;
        bool[]? isRefused = null;
        for (var row = 0; row < rows.Length; row++)
        {
            if (!guard.IsMetBy(rows.Span[row]))
            {
                (isRefused ??= new bool[rows.Length])[row] = true;
            }
        }

        return isRefused is null ? null : new RowRefusal(Refuse(field, session), isRefused);
    }

    /// <summary>What the caller is told of a field that he may not read on some rows.</summary>
    /// <param name="field">The field.</param>
    /// <param name="session">The session of the request.</param>
    protected abstract GraphQLError Refuse(Field field, object? session);

    static RowGuard? GuardOf(Field field) => (field.Binding as IProjectedField)?.Guard;
}
