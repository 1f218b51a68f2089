using System.Linq.Expressions;

namespace GraphApi.Data.Queries;

/// <summary>
/// Calls of <see cref="Queryable"/> and <see cref="Enumerable"/> on expressions whose types are known only at run time.
/// </summary>
static class Sequence
{
    public static Expression Where(Expression source, LambdaExpression condition) =>
        Call(source, nameof(Queryable.Where), [Item(source)], Quoted(source, condition));

    public static Expression Select(Expression source, LambdaExpression selector) =>
        Call(source, nameof(Queryable.Select), [Item(source), selector.ReturnType], Quoted(source, selector));

    public static Expression SelectMany(Expression source, LambdaExpression collection, LambdaExpression result)
    {
        var inner = result.Parameters[1].Type;
        var typed = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(Item(source), typeof(IEnumerable<>).MakeGenericType(inner)),
            collection.Body,
            collection.Parameters);
        return Call(
            source,
            nameof(Queryable.SelectMany),
            [Item(source), inner, result.ReturnType],
            Quoted(source, typed),
            Quoted(source, result));
    }

    public static Expression Join(
        Expression outer,
        Expression inner,
        LambdaExpression outerKey,
        LambdaExpression innerKey,
        LambdaExpression result) =>
        Call(
            outer,
            nameof(Queryable.Join),
            [Item(outer), Item(inner), outerKey.ReturnType, result.ReturnType],
            inner,
            Quoted(outer, outerKey),
            Quoted(outer, innerKey),
            Quoted(outer, result));

    public static Expression GroupBy(Expression source, LambdaExpression key) =>
        Call(source, nameof(Queryable.GroupBy), [Item(source), key.ReturnType], Quoted(source, key));

    /// <summary>Orders by the first key, or by a further one.</summary>
    public static Expression OrderBy(Expression source, LambdaExpression key, bool descending, bool isFirst)
    {
        var name = (isFirst, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            (false, true) => nameof(Queryable.ThenByDescending),
        };
        return Call(source, name, [Item(source), key.ReturnType], Quoted(source, key));
    }

    /// <summary>The limit is a constant on purpose: with a parameter PostgreSQL plans for any number of rows.</summary>
    public static Expression Take(Expression source, int count) =>
        Call(source, nameof(Queryable.Take), [Item(source)], Expression.Constant(count));

    public static Expression Concat(Expression first, Expression second) =>
        Call(first, nameof(Queryable.Concat), [Item(first)], second);

    public static Expression Distinct(Expression source) => Call(source, nameof(Queryable.Distinct), [Item(source)]);

    public static Expression ToList(Expression source) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [Item(source)], source);

    public static Expression Any(Expression source) => Call(source, nameof(Queryable.Any), [Item(source)]);

    public static Expression Any(Expression source, LambdaExpression condition) =>
        Call(source, nameof(Queryable.Any), [Item(source)], Quoted(source, condition));

    public static Expression Count(Expression source) => Call(source, nameof(Queryable.Count), [Item(source)]);

    /// <summary>The sum of numbers that fit an <see cref="int"/>.</summary>
    public static Expression Sum(Expression source, LambdaExpression number) =>
        Call(source, nameof(Queryable.Sum), [Item(source)], Quoted(source, number));

    public static Expression Contains(Expression values, Expression value) =>
        Call(values, nameof(Enumerable.Contains), [value.Type], value);

    /// <summary>The type of the items of a sequence.</summary>
    public static Type Item(Expression source) =>
        source.Type.GetInterfaces().Append(source.Type)
            .First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .GetGenericArguments()[0];

    static MethodCallExpression Call(
        Expression source,
        string method,
        Type[] types,
        params ReadOnlySpan<Expression> arguments) =>
        Expression.Call(
            IsQuery(source) ? typeof(Queryable) : typeof(Enumerable),
            method,
            types,
            [source, .. arguments]);

    static Expression Quoted(Expression source, LambdaExpression lambda) =>
        IsQuery(source) ? Expression.Quote(lambda) : lambda;

    static bool IsQuery(Expression source) => source.Type.IsAssignableTo(typeof(IQueryable));
}
