namespace GraphApi.Engine.Errors;

/// <summary>
/// The place of a value in a response: response keys and list indexes, from the root. Immutable; a child links to its
/// parent, so that paths are built only where an error needs one.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Path"/>
public sealed record ResponsePath
{
    /// <summary>A path that ends with a response key.</summary>
    public ResponsePath(ResponsePath? parent, string key)
    {
        Parent = parent;
        Key = key;
    }

    /// <summary>A path that ends with a list index, counted from 0.</summary>
    public ResponsePath(ResponsePath? parent, int index)
    {
        Parent = parent;
        Index = index;
    }

    /// <summary>What stands before this segment; null at the root.</summary>
    public ResponsePath? Parent { get; }

    /// <summary>The response key of this segment; null where it is an index.</summary>
    public string? Key { get; }

    /// <summary>The list index of this segment; meaningful where <see cref="Key"/> is null.</summary>
    public int Index { get; }

    /// <summary>The segments from the root: strings and ints.</summary>
    public IReadOnlyList<object> ToSegments()
    {
        var segments = new List<object>();
        for (var segment = this; segment is not null; segment = segment.Parent)
        {
            segments.Add(segment.Key is { } key ? key : segment.Index);
        }

        segments.Reverse();
        return segments;
    }
}
