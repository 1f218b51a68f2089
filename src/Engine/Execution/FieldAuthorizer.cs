using GraphApi.Engine.Errors;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// Decides who may select a field: once a request, for rules about the caller alone, and once a row, for rules about
/// the caller and the row. Rules on which rows there are belong into what a step reads.
/// </summary>
public abstract class FieldAuthorizer
{
    /// <summary>Whether the field has a rule about the caller. Asked once a document.</summary>
    public abstract bool Guards(Field field);

    /// <summary>
    /// Null where the caller may select the field; else the error it gets, with null for the field of every parent.
    /// Asked once a request for each selection of a guarded field, before its step runs.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="session">The session of the request.</param>
    public abstract GraphQLError? Authorize(Field field, object? session);

    /// <summary>Whether the field has a rule about its rows. Asked once a document.</summary>
    public virtual bool GuardsRows(Field field) => false;

    /// <summary>
    /// Null where the caller may read the field of all rows; else the rows for which it is refused: these get null and
    /// the error at their path, and the field's step is not given them. Asked for each batch of rows of a field with
    /// such a rule, before its step runs or its values are read.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="session">The session of the request.</param>
    /// <param name="rows">The rows the field is selected on; at least one.</param>
    public virtual RowRefusal? AuthorizeRows(Field field, object? session, ReadOnlyMemory<object> rows) => null;
}
