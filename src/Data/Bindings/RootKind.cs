namespace GraphApi.Data.Bindings;

/// <summary>What a root field returns.</summary>
enum RootKind
{
    /// <summary>A page.</summary>
    Connection,

    /// <summary>All rows.</summary>
    List,

    /// <summary>One row or null.</summary>
    Single,
}
