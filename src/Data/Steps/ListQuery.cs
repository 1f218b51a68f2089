using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Data.Filtering;
using GraphApi.Data.Paging;
using GraphApi.Data.Projections;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Steps;

/// <summary>
/// What one selection of a list field reads, as far as its document says: filter, order, page and columns. Immutable.
/// </summary>
sealed class ListQuery
{
    readonly FilterModel? _filter;
    readonly SortModel? _sort;

    public ListQuery(ListDeclaration declaration, FieldPlan field, IEnumerable<SelectionPlan> selections)
    {
        Declaration = declaration;
        var (schema, fields) = (declaration.Schema, declaration.Fields);
        Projection = new Projection(fields.Entity);
        foreach (var selection in selections)
        {
            if (selection.Type.RowType == fields.RowType)
            {
                Projection.Add(selection);
            }
        }

        _filter = Input(field, "where") is { } filter ? schema.FilterOf(filter, fields) : null;
        _sort = Input(field, "order") is { } sort ? schema.SortOf(sort, fields) : null;
    }

    /// <summary>The field.</summary>
    public ListDeclaration Declaration { get; }

    /// <summary>The columns that the document selects.</summary>
    public Projection Projection { get; }

    /// <summary>The order where the request asks for none.</summary>
    public SortOrder DefaultOrder => Declaration.DefaultOrder;

    /// <summary>The selections of the nodes of a connection, wherever they stand below it.</summary>
    public static IEnumerable<SelectionPlan> NodesOf(FieldPlan connection)
    {
        foreach (var field in connection.Selection.Fields)
        {
            if (field.Field.Name == "nodes")
            {
                foreach (var selection in field.Selections)
                {
                    yield return selection;
                }
            }
            else if (field.Field.Name == "edges")
            {
                foreach (var selection in field.Selection.Fields
                    .Where(f => f.Field.Name == "node")
                    .SelectMany(f => f.Selections))
                {
                    yield return selection;
                }
            }
        }
    }

    /// <summary>The order that a request asks for.</summary>
    public SortOrder Order(ArgumentValues arguments)
    {
        if (_sort is null || !arguments.TryGet("order", out var given) || given is not object?[] { Length: > 0 } items)
        {
            return DefaultOrder;
        }

        var terms = new List<SortTerm>();
        foreach (var item in items)
        {
            _sort.Read((InputObject)item!, terms);
        }

        if (terms.Count > Declaration.Schema.Limits.MaxSortFields)
        {
            throw TooManySortFields(Declaration.Schema.Limits.MaxSortFields);
        }

        return terms.Count == 0 ? DefaultOrder : SortOrder.Of(terms, Declaration.IdKey);
    }

    /// <summary>The page that a request asks for.</summary>
    public PageUse Page(ArgumentValues arguments)
    {
        var request = PageRequest.Read(arguments, Declaration.Schema.Paging, Declaration.MaxPageSize);
        return PageUse.Of(this, request, arguments);
    }

    /// <summary>The condition of <c>where</c>; null: none, or only collecting.</summary>
    public Expression? Filter(ArgumentValues values, Expression? row, QueryArguments arguments)
    {
        arguments.Mark('w');
        return _filter is not null && values.TryGet("where", out var given) && given is InputObject input
            ? _filter.Apply(input, row, arguments, new FilterBudget(Declaration.Schema.Limits))
            : null;
    }

    static GraphQLException TooManySortFields(int allowed) => new(GraphQLError.OfLimit(
        nameof(QueryLimits.MaxSortFields), $"The order has more than {allowed} fields. Sort by fewer."));

    static InputObjectType? Input(FieldPlan field, string argument) =>
        field.Field.ArgumentsByName.TryGetValue(argument, out var value) ? value.Type.Named as InputObjectType : null;
}
