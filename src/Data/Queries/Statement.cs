using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Data.Queries;

/// <summary>
/// A query compiled once and run many times with other values. EF compiles at most 15 parameters; a query with more
/// goes the ordinary way, whose cache is EF's own.
/// </summary>
/// <typeparam name="TRow">What each row is; the query's own type may be more special.</typeparam>
sealed class Statement<TRow>
    where TRow : class
{
    internal const int MaxParameters = 14;

    readonly Func<DbContext, object?[], IAsyncEnumerable<TRow>> _run;
    readonly Func<DbContext, object?>[] _contextValues;

    Statement(Func<DbContext, object?[], IAsyncEnumerable<TRow>> run, Func<DbContext, object?>[] contextValues)
    {
        _run = run;
        _contextValues = contextValues;
    }

    /// <summary>
    /// Compiles what the builder has made; <paramref name="query"/> is of type <see cref="IQueryable{T}"/>.
    /// </summary>
    public static Statement<TRow> Compile(QueryBuilder builder, Expression query)
    {
        ParameterExpression[] parameters = [.. builder.Values, .. builder.ContextValues.Select(c => c.Parameter)];
        var run = parameters.Length <= MaxParameters
            ? Precompile(builder.Context, parameters, query)
            : Defer(builder.Context, parameters, query);
        return new Statement<TRow>(run, [.. builder.ContextValues.Select(c => c.Read)]);
    }

    /// <summary>Runs it to its end.</summary>
    public async ValueTask<List<TRow>> RunAsync(
        DbContext context,
        QueryArguments arguments,
        CancellationToken cancellationToken)
    {
        var values = arguments.ToArray(_contextValues.Length);
        for (var i = 0; i < _contextValues.Length; i++)
        {
            values[arguments.Values.Count + i] = _contextValues[i](context);
        }

        var rows = new List<TRow>();
        await foreach (var row in _run(context, values).WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    static Func<DbContext, object?[], IAsyncEnumerable<TRow>> Precompile(
        ParameterExpression context,
        ParameterExpression[] parameters,
        Expression query)
    {
        var item = ItemType(query);
        var queryType = typeof(IQueryable<>).MakeGenericType(item);
        Type[] types = [typeof(DbContext), .. parameters.Select(p => p.Type)];
        var lambda = Expression.Lambda(
            Expression.GetFuncType([.. types, queryType]),
            query,
            [context, .. parameters]);
        var compiled = CompileAsyncQuery(types.Length + 1).MakeGenericMethod([.. types, item]).Invoke(null, [lambda])!;

        // (context, values) => compiled(context, (T0)values[0], (T1)values[1] ...)
        var values = Expression.Parameter(typeof(object?[]), "values");
        var call = Expression.Invoke(
            Expression.Constant(compiled),
            [
                context,
                .. parameters.Select((p, i) =>
                    Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), p.Type)),
            ]);
        return Expression.Lambda<Func<DbContext, object?[], IAsyncEnumerable<TRow>>>(call, context, values).Compile();
    }

    static Func<DbContext, object?[], IAsyncEnumerable<TRow>> Defer(
        ParameterExpression context,
        ParameterExpression[] parameters,
        Expression query)
    {
        var create = typeof(IQueryProvider).GetMethods()
            .Single(m => m is { Name: nameof(IQueryProvider.CreateQuery), IsGenericMethod: true })
            .MakeGenericMethod(ItemType(query));
        return (db, values) =>
        {
            var bound = new Binding(context, db, parameters, values).Visit(query);
            return (IAsyncEnumerable<TRow>)create.Invoke(db.GetService<IAsyncQueryProvider>(), [bound])!;
        };
    }

    static Type ItemType(Expression query) =>
        query.Type.GetInterfaces().Append(query.Type)
            .First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))
            .GetGenericArguments()[0];

    /// <summary>
    /// The overload that takes so many type arguments and whose query is an <see cref="IQueryable{T}"/>.
    /// </summary>
    static MethodInfo CompileAsyncQuery(int typeArguments) =>
        typeof(EF).GetMethods().Single(m =>
            m.Name == nameof(EF.CompileAsyncQuery)
            && m.GetGenericArguments().Length == typeArguments
            && m.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is
            {
                IsGenericType: true
            } result
            && result.GetGenericTypeDefinition() == typeof(IQueryable<>));

    /// <summary>Puts the values of a run where EF sees variables, and so makes parameters of them.</summary>
    sealed class Binding(
        ParameterExpression context,
        DbContext db,
        ParameterExpression[] parameters,
        object?[] values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node == context)
            {
                return Expression.Constant(db);
            }

            var index = Array.IndexOf(parameters, node);
            if (index < 0)
            {
                return node;
            }

            var variable = Activator.CreateInstance(typeof(Variable<>).MakeGenericType(node.Type), values[index]);
            var value = Expression.Field(Expression.Constant(variable), nameof(Variable<>.Value));

            // It may seem wise to leave truth values to EF as well: it would decide conditions by them and empty the
            // query, whose rows it cannot then number for each parent. It makes a parameter of what it is told to.
            return node.Type == typeof(bool)
                ? Expression.Call(typeof(EF), nameof(EF.Parameter), [node.Type], value)
                : value;
        }
    }
}

/// <summary>What a captured variable looks like to EF.</summary>
file sealed class Variable<TValue>(object? value)
{
    public readonly TValue Value = (TValue)value!;
}
