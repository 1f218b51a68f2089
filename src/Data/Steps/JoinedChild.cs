namespace GraphApi.Data.Steps;

/// <summary>A child with the key of its parent, as a join of their table makes it.</summary>
sealed class JoinedChild<TChild>
    where TChild : class
{
    /// <summary>The key of the parent.</summary>
    public Guid ParentKey { get; init; }

    /// <summary>The child.</summary>
    public TChild Child { get; init; } = null!;
}
