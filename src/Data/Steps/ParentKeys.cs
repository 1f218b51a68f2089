namespace GraphApi.Data.Steps;

/// <summary>The keys of the parents of a level.</summary>
/// <param name="All">One a parent, in order.</param>
/// <param name="Distinct">Each once.</param>
readonly record struct ParentKeys(Guid[] All, Guid[] Distinct)
{
    /// <summary>The keys of these rows.</summary>
    public static ParentKeys Of(ReadOnlyMemory<object> parents, Func<object, Guid> key)
    {
        var all = new Guid[parents.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = key(parents.Span[i]);
        }

        return new ParentKeys(all, all.Length == 1 ? all : [.. all.Distinct()]);
    }
}
