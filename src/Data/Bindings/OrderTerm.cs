using System.Linq.Expressions;

namespace GraphApi.Data.Bindings;

/// <summary>One key of an order.</summary>
/// <param name="Key">From an entity to the value.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
sealed record OrderTerm(LambdaExpression Key, bool Descending);
