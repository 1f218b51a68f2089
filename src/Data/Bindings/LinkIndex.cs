using System.Linq.Expressions;

namespace GraphApi.Data.Bindings;

/// <summary>
/// An index over the rows that join parents and children, in the order of the list: so a page of the children of a
/// parent is a walk of that index, whatever the number of children.
/// </summary>
/// <param name="Condition">The joining rows that the index holds; others do not count for the list.</param>
/// <param name="SortValue">
/// What the list is ordered by, on a joining row: equal to what the list's order reads of the child.
/// </param>
/// <param name="ChildKey">The key of the child, on a joining row.</param>
sealed record LinkIndex(LambdaExpression Condition, LambdaExpression SortValue, LambdaExpression ChildKey);
