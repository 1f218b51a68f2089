using GraphApi.Data.Steps;

namespace GraphApi.Data.Paging;

/// <summary>One page of a connection: the row behind the generated connection types.</summary>
/// <seealso href="https://relay.dev/graphql/connections.htm"/>
sealed class Page
{
    readonly CursorFormat _cursors;

    /// <summary>The page that a request asked for, out of the rows that were read for it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">One row more than the page where there are more, in the direction of reading.</param>
    /// <param name="cursors">Makes the cursors.</param>
    /// <param name="counting">Counts all rows of this list.</param>
    /// <param name="parentKey">The parent the list belongs to; empty at the root.</param>
    public Page(
        PageRequest request,
        IReadOnlyList<object> read,
        CursorFormat cursors,
        RowCounting counting,
        Guid parentKey)
    {
        _cursors = cursors;
        Counting = counting;
        ParentKey = parentKey;
        var rows = new List<object>(read.Take(request.Size));
        var hasMore = read.Count > request.Size;
        if (request.IsBackward)
        {
            rows.Reverse();
            HasPreviousPage = hasMore;
            HasNextPage = request.Before is not null;
        }
        else
        {
            HasPreviousPage = request.After is not null;
            HasNextPage = hasMore;
            if (request.Last is { } last && last < rows.Count)
            {
                rows.RemoveRange(0, rows.Count - last);
                HasPreviousPage = true;
            }
        }

        Nodes = rows;
    }

    /// <summary>The rows.</summary>
    public List<object> Nodes { get; }

    /// <summary>Whether there are rows after the page.</summary>
    public bool HasNextPage { get; }

    /// <summary>Whether there are rows before the page.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>Counts all rows of the list.</summary>
    public RowCounting Counting { get; }

    /// <summary>The parent the list belongs to; empty at the root.</summary>
    public Guid ParentKey { get; }

    /// <summary>The cursor of the first row; null: the page is empty.</summary>
    public string? StartCursor => Nodes.Count == 0 ? null : _cursors.Write(Nodes[0]);

    /// <summary>The cursor of the last row; null: the page is empty.</summary>
    public string? EndCursor => Nodes.Count == 0 ? null : _cursors.Write(Nodes[^1]);

    /// <summary>The rows with their cursors.</summary>
    public List<Edge> ToEdges() => Nodes.ConvertAll(node => new Edge(this, node));

    /// <summary>The cursor of a row of this page.</summary>
    public string CursorOf(object node) => _cursors.Write(node);
}
