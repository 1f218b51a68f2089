using System.Linq.Expressions;
using GraphApi.Distribution;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GraphApi.Benchmarks;

/// <summary>
/// The product without row rules: every query ignores the query filters. It shows what the rules cost, and there is no
/// such thing but here.
/// </summary>
sealed class Unruled : IQueryExpressionInterceptor
{
    /// <summary>The module as the server opens it, on a context without rules.</summary>
    public static DistributionModule Open(ServerOptions options)
    {
        // Nothing is connected yet, so the one that is left behind holds nothing.
        var ruled = ServeCommand.Open(options);
        return DistributionModule.Create(ruled.Options with { Interceptors = [new Unruled()] });
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        eventData.Context is DistributionContext ? Ignoring(queryExpression) : queryExpression;

    static Expression Ignoring(Expression query)
    {
        // The rows, or an aggregate of them.
        if (!query.Type.IsAssignableTo(typeof(IQueryable)))
        {
            return query is MethodCallExpression { Object: null, Arguments: [var source, ..] } call
                ? call.Update(null, [Ignoring(source), .. call.Arguments.Skip(1)])
                : query;
        }

        var row = query.Type.GetInterfaces().Append(query.Type)
            .First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))
            .GetGenericArguments()[0];
        return Expression.Call(
            typeof(EntityFrameworkQueryableExtensions),
            nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters),
            [row],
            query);
    }
}
