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
        return GuardOf(field) is not null || Notes(field);
    }

    /// <inheritdoc/>
    public sealed override RowRefusal? AuthorizeRows(Field field, object? session, ReadOnlyMemory<object> rows)
    {
        ArgumentNullException.ThrowIfNull(field);
        var isRefused = GuardOf(field) is { } guard ? RefusedBy(guard, rows.Span) : null;
        if (Bound(field, session, rows.Span, isRefused) is { } excess)
        {
            var all = new bool[rows.Length];
            Array.Fill(all, true);
            return new RowRefusal(excess, all);
        }

        if (Notes(field))
        {
            Note(field, session, rows.Span, isRefused);
        }

        return isRefused is null ? null : new RowRefusal(Refuse(field, session), isRefused);
    }

    /// <summary>What the caller is told of a field that he may not read on some rows.</summary>
    /// <param name="field">The field.</param>
    /// <param name="session">The session of the request.</param>
    protected abstract GraphQLError Refuse(Field field, object? session);

    /// <summary>Whether <see cref="Note"/> wants to know who reads the field.</summary>
    protected virtual bool Notes(Field field) => false;

    /// <summary>
    /// Null where the rows are not too many; else the error with which the field is refused on all of them.
    /// </summary>
    /// <inheritdoc cref="Note"/>
    protected virtual GraphQLError? Bound(
        Field field, object? session, ReadOnlySpan<object> rows, bool[]? isRefused) => null;

    /// <summary>Told of the rows whose field is read, before it is.</summary>
    /// <param name="field">The field.</param>
    /// <param name="session">The session of the request.</param>
    /// <param name="rows">The rows the field is selected on.</param>
    /// <param name="isRefused">For each row whether the field is refused, and so not read; null: on none.</param>
    protected virtual void Note(Field field, object? session, ReadOnlySpan<object> rows, bool[]? isRefused)
    {
    }

    static bool[]? RefusedBy(RowGuard guard, ReadOnlySpan<object> rows)
    {
        bool[]? isRefused = null;
        for (var row = 0; row < rows.Length; row++)
        {
            if (!guard.IsMetBy(rows[row]))
            {
                (isRefused ??= new bool[rows.Length])[row] = true;
            }
        }

        return isRefused;
    }

    static RowGuard? GuardOf(Field field) => (field.Binding as IProjectedField)?.Guard;
}
