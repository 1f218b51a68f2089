using GraphApi.Engine.Errors;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// Decides who may select a field, for rules that depend on the caller and not on the row. Rules on rows belong into
/// what a step reads.
/// </summary>
public abstract class FieldAuthorizer
{
    /// <summary>Whether the field has such a rule. Asked once a document.</summary>
    public abstract bool Guards(Field field);

    /// <summary>
    /// Null where the caller may select the field; else the error it gets, with null for the field of every parent.
    /// Asked once a request for each selection of a guarded field, before its step runs.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="session">The session of the request.</param>
    public abstract GraphQLError? Authorize(Field field, object? session);
}
