using System.Linq.Expressions;
using GraphApi.Data.Filtering;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;

namespace GraphApi.Data.Paging;

/// <summary>
/// The condition for the rows on one side of a cursor, in the lexicographic order of the keys. Where the first key has
/// a value, a plain bound on it stands in front, which is what an index can use.
/// </summary>
/// <seealso href="https://www.postgresql.org/docs/15/indexes-ordering.html"/>
static class Keyset
{
    /// <summary>
    /// Adds what a page is bounded by and, where an expression is built, returns the condition; null: none.
    /// </summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="order">The order.</param>
    /// <param name="request">The page.</param>
    /// <param name="after">The values of its <c>after</c>; null: not given.</param>
    /// <param name="before">The values of its <c>before</c>; null: not given.</param>
    /// <param name="row">The row; null while collecting.</param>
    public static Expression? Between(
        QueryArguments arguments,
        SortOrder order,
        PageRequest request,
        object?[]? after,
        object?[]? before,
        Expression? row)
    {
        Expression? condition = null;
        arguments.Mark(request.IsBackward ? '<' : '>');
        foreach (var mark in order.Shape)
        {
            arguments.Mark(mark);
        }

        arguments.Mark(request.Limit);
        if (after is not null)
        {
            arguments.Mark('a');
            condition = Condition(arguments, order, after, after: true, row);
        }

        if (before is not null)
        {
            arguments.Mark('b');
            condition = FilterModel.And(condition, Condition(arguments, order, before, after: false, row));
        }

        return condition;
    }

    /// <summary>
    /// Adds the values of a cursor to the arguments and, where an expression is built, returns the condition; else
    /// null.
    /// </summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="order">The order.</param>
    /// <param name="cursor">The values of the cursor, one a term.</param>
    /// <param name="after">Whether the rows after it are wanted; else those before it.</param>
    /// <param name="row">The row; null while collecting.</param>
    public static Expression? Condition(
        QueryArguments arguments,
        SortOrder order,
        object?[] cursor,
        bool after,
        Expression? row)
    {
        var parameters = new Expression?[cursor.Length];
        for (var i = 0; i < cursor.Length; i++)
        {
            arguments.Mark(cursor[i] is null ? 'n' : 'v');
            if (cursor[i] is not null)
            {
                parameters[i] = arguments.Value(cursor[i], order.Terms[i].Key.ValueType);
            }
        }

        return row is null ? null : Build(order, parameters, after, row, arguments.Builder!);
    }

    static Expression Build(
        SortOrder order,
        Expression?[] cursor,
        bool after,
        Expression row,
        QueryBuilder builder)
    {
        // Beyond(0) || same(0) && (beyond(1) || same(1) && (...)), built from the inside out.
        Expression condition = Expression.Constant(false);
        for (var i = order.Terms.Count - 1; i >= 0; i--)
        {
            var (key, descending) = order.Terms[i];
            var less = descending == after;
            var beyond = Beyond(key, cursor[i], less, row, builder);
            var same = cursor[i] is { } value
                ? SortKey.Equal(key.Access(row, builder), value)
                : key.IsNull(row, builder);
            var inner = i == order.Terms.Count - 1 ? null : Expression.AndAlso(same, condition);
            condition = (beyond, inner) switch
            {
                (null, null) => Expression.Constant(false),
                (null, _) => inner!,
                (_, null) => beyond,
                _ => Expression.OrElse(beyond, inner),
            };
        }

        return order.Terms.Count > 1 && Bound(order, cursor, after, row, builder) is { } bound
            ? Expression.AndAlso(bound, condition)
            : condition;
    }

    /// <summary>Null is the greatest value; null here: no row can be beyond.</summary>
    static Expression? Beyond(SortKey key, Expression? value, bool less, Expression row, QueryBuilder builder)
    {
        if (value is null)
        {
            return less ? Expression.Not(key.IsNull(row, builder)) : null;
        }

        var comparison = SortKey.Compare(key.Access(row, builder), value, less);
        return key.IsNullable && !less ? Expression.OrElse(comparison, key.IsNull(row, builder)) : comparison;
    }

    static BinaryExpression? Bound(
        SortOrder order,
        Expression?[] cursor,
        bool after,
        Expression row,
        QueryBuilder builder)
    {
        var (key, descending) = order.Terms[0];
        var less = descending == after;
        if (cursor[0] is not { } value || (key.IsNullable && !less) || key.ValueType == typeof(Guid))
        {
            return null;
        }

        // Not beyond in the other direction: <= or >=.
        return key.ValueType == typeof(string)
            ? StringBound(key.Access(row, builder), value, less)
            : NumberBound(key.Access(row, builder), value, less);
    }

    static BinaryExpression StringBound(Expression access, Expression value, bool less)
    {
        var order = Expression.Call(typeof(string), nameof(string.Compare), [], access, value);
        return less
            ? Expression.LessThanOrEqual(order, Expression.Constant(0))
            : Expression.GreaterThanOrEqual(order, Expression.Constant(0));
    }

    static BinaryExpression NumberBound(Expression access, Expression value, bool less)
    {
        var lifted = access.Type == value.Type ? value : Expression.Convert(value, access.Type);
        return less ? Expression.LessThanOrEqual(access, lifted) : Expression.GreaterThanOrEqual(access, lifted);
    }
}
