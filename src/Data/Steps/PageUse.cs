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
            Open(cursors, request.After),
            Open(cursors, request.Before));
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
    public Expression? Keyset(SortOrder order, Expression? row, QueryArguments arguments)
    {
        Expression? condition = null;
        arguments.Mark(Request.IsBackward ? '<' : '>');
        foreach (var mark in Order.Shape)
        {
            arguments.Mark(mark);
        }

        arguments.Mark(Request.Limit);
        if (After is { } after)
        {
            arguments.Mark('a');
            condition = Paging.Keyset.Condition(arguments, order, after, after: true, row);
        }

        if (Before is { } before)
        {
            arguments.Mark('b');
            condition = Filtering.FilterModel.And(
                condition,
                Paging.Keyset.Condition(arguments, order, before, after: false, row));
        }

        return condition;
    }

    /// <summary>The columns that the document selects and those that cursors hold.</summary>
    public Projection Projection()
    {
        var projection = Query.Projection.Copy();
        Order.Require(projection);
        return projection;
    }

    static object?[]? Open(CursorFormat cursors, string? text)
    {
        if (text is null)
        {
            return null;
        }

        return cursors.Read(text) ?? throw new GraphQLException(new GraphQLError(
            "The cursor is invalid here. Pass one that a page of the same field in the same order returned.",
            ErrorCode.CursorInvalid));
    }
}
