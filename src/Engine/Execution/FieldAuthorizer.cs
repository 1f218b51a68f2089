using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// Decides who may select a field: once a request, for rules about the caller alone, and once a row, for rules about
/// the caller and the row. Decides who may use an argument or input field, too: a condition on a field, or an order by
/// it, tells as much of its values as its selection does. And says who is shown which part of the schema. Rules on
/// which rows there are belong into what a step reads.
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

    /// <summary>Whether some callers may not use the argument or input field. Asked once a schema.</summary>
    public virtual bool GuardsInput(InputValue input) => false;

    /// <summary>
    /// Null where the caller may use the argument or input field; else the error, for which the whole request is
    /// refused before it is priced or anything runs. The engine adds where in the document it is: the input itself, or
    /// the variable that holds it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Asked for each use in a field that is executed, in literals and in variables, however deep. Null is a value:
    /// who gives it uses the input. What is left out is not used, a default of the schema notwithstanding.
    /// </para>
    /// <para>
    /// What is secret is a value, and not that there is an input of that name: the caller would learn as much by
    /// selecting the field behind it. So the error has the code of a refused selection, by which a program knows what
    /// to do, and is not the one of an input that does not exist. But it is told to somebody whose introspection does
    /// not show the input, nor perhaps its type: it should name nothing but <see cref="InputValue.Name"/>, which is
    /// what he wrote, and neither type nor coordinate. It must depend on nothing but the input and the caller: not on
    /// the value, not on rows.
    /// </para>
    /// </remarks>
    /// <param name="input">The argument or input field.</param>
    /// <param name="session">The session of the request.</param>
    public virtual GraphQLError? AuthorizeInput(InputValue input, object? session) => null;

    /// <summary>
    /// Which part of the schema the caller is shown, as a key: callers with equal keys are shown the same. Null: the
    /// whole schema. There should be few keys, since what is made for one is kept. Asked where a request introspects,
    /// or is wrong in a way that names what else may have been meant.
    /// </summary>
    /// <param name="session">The session of the request; null also where a document comes without one.</param>
    public virtual object? ViewKey(object? session) => null;

    /// <summary>
    /// Whether the caller can ever use a field of an object or interface. What he cannot is not shown to him, nor what
    /// then leads nowhere. Asked once a key, for every field.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="session">The session of a request with the key in question.</param>
    public virtual bool CanUse(Field field, object? session) => true;

    /// <summary>Whether the caller can ever use an argument or a field of an input object; as above.</summary>
    /// <param name="input">The argument or input field.</param>
    /// <param name="session">The session of a request with the key in question.</param>
    public virtual bool CanUse(InputValue input, object? session) => true;

    /// <summary>
    /// Called once an operation ran, before its response is given back: for whatever must be done before what was read
    /// may leave, such as recording it. The response waits for it. What this throws the engine throws, and there is no
    /// response then.
    /// </summary>
    /// <param name="session">The session of the request.</param>
    /// <param name="operation">What ran.</param>
    /// <param name="document">The text it ran from.</param>
    /// <param name="cancellationToken">Cancelled when the request's time is over, or its caller left.</param>
    public virtual ValueTask SettleAsync(
        object? session, OperationPlan operation, string document, CancellationToken cancellationToken) => default;
}
