using System.Linq.Expressions;

namespace GraphApi.Data.Bindings;

/// <summary>
/// Who may read a field of which rows. One declaration governs every use of the field: where it does not hold the field
/// is null with an error, a condition on the field does not hold, an order takes it for null, and its value is not
/// loaded.
/// </summary>
/// <param name="Policy">What the rule is called; on one entity it always has the same <see cref="Holds"/>.</param>
/// <param name="Holds">
/// <c>(TContext viewer, TEntity row) => bool</c>, part of the statement. It may read the context, which has the
/// request's values, references, collections and other sets; query filters apply to these as everywhere.
/// </param>
public sealed record FieldRule(string Policy, LambdaExpression Holds);
