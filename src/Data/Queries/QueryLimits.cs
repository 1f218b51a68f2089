namespace GraphApi.Data.Queries;

/// <summary>
/// How much one list field may ask of the database, more being refused before any statement is made, and how much is
/// kept of what was asked.
/// </summary>
public sealed record QueryLimits
{
    /// <summary>Nesting of a <c>where</c>. <value>Default 8; 1 to 16.</value></summary>
    public int MaxFilterDepth { get; init; } = 8;

    /// <summary>
    /// Conditions of a <c>where</c>: operations, references, lists, and items of <c>and</c> and <c>or</c> that ask
    /// nothing. It bounds the stack. <value>Default 200; 1 to 500.</value>
    /// </summary>
    public int MaxFilterConditions { get; init; } = 200;

    /// <summary>
    /// Values in the lists (<c>in</c>, <c>nin</c>) of a <c>where</c>. <value>Default 1,000; 1 to 10,000.</value>
    /// </summary>
    public int MaxFilterValues { get; init; } = 1_000;

    /// <summary>Fields of an <c>order</c>. <value>Default 8; 1 to 20.</value></summary>
    public int MaxSortFields { get; init; } = 8;

    /// <summary>Ids of <c>nodes</c>. <value>Default 50; 1 to 1,000.</value></summary>
    public int MaxNodes { get; init; } = 50;

    /// <summary>
    /// Statements that stay compiled, of all steps together: one for each shape in which a step of a plan was asked.
    /// Each takes about 30 kB. <value>Default 2,000; 100 to 100,000.</value>
    /// </summary>
    public int CachedStatements { get; init; } = 2_000;
}
