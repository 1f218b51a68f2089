namespace GraphApi.Data.Paging;

/// <summary>A row of a page and its place in the list.</summary>
/// <param name="Page">The page.</param>
/// <param name="Node">The row.</param>
sealed record Edge(Page Page, object Node)
{
    /// <summary>The place, as a cursor.</summary>
    public string Cursor => Page.CursorOf(Node);
}
