using System.Linq.Expressions;
using GraphApi.Data.Paging;
using GraphApi.Data.Projections;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Steps;

/// <summary>One request's use of a connection: its page, order and opened cursors.</summary>
/// <param name="Query">What the document selects.</param>
/// <param name="Request">The page.</param>
/// <param name="Arguments">All arguments.</param>
/// <param name="Order">The order.</param>
/// <param name="Cursors">Makes cursors of this list.</param>
/// <param name="After">The values of <c>after</c>; null: not given.</param>
/// <param name="Before">The values of <c>before</c>; null: not given.</param>
sealed record PageUse(
    ListQuery Query,
    PageRequest Request,
    ArgumentValues Arguments,
    SortOrder Order,
    CursorFormat Cursors,
    object?[]? After,
    object?[]? Before)
{
    /// <summary>Opens the cursors. Throws <see cref="GraphQLException"/> for one that is none of this list.</summary>
    public static PageUse Of(ListQuery query, PageRequest request, ArgumentValues arguments)
    {
        var order = query.Order(arguments);
        var declaration = query.Declaration;
        var cursors = new CursorFormat(
            declaration.Schema.Cursors,
            declaration.Coordinate,
            declaration.Fields.TypeName,
            order);
        return new PageUse(
            query,
            request,
            arguments,
            order,
            cursors,
            cursors.Open(request.After),
            cursors.Open(request.Before));
    }

    /// <summary>Whether the list is in the order it has by itself.</summary>
    public bool IsDefaultOrder => ReferenceEquals(Order, Query.DefaultOrder);

    /// <summary>Adds filter and cursors; returns their condition where an expression is built, else null.</summary>
    public Expression? Condition(Expression? row, QueryArguments arguments)
    {
        var condition = Query.Filter(Arguments, row, arguments);
        return Filtering.FilterModel.And(condition, Keyset(Order, row, arguments));
    }

    /// <summary>Adds the cursors; returns their condition where an expression is built, else null.</summary>
    public Expression? Keyset(SortOrder order, Expression? row, QueryArguments arguments) =>
        Paging.Keyset.Between(arguments, order, Request, After, Before, row);

    /// <summary>The columns that the document selects and those that cursors hold.</summary>
    public Projection Projection()
    {
        var projection = Query.Projection.Copy();
        Order.Require(projection);
        return projection;
    }
}
