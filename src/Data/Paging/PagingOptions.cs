namespace GraphApi.Data.Paging;

/// <summary>The sizes of pages.</summary>
public sealed record PagingOptions
{
    /// <summary>
    /// Rows of a page where neither <c>first</c> nor <c>last</c> is given. <value>Default 10; 1 to <see
    /// cref="MaxPageSize"/>.</value>
    /// </summary>
    public int DefaultPageSize { get; init; } = 10;

    /// <summary>
    /// The most rows of a page, where the field has no bound of its own. <value>Default 50; 1 to 1,000.</value>
    /// </summary>
    public int MaxPageSize { get; init; } = 50;
}
