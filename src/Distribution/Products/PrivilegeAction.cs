namespace GraphApi.Distribution.Products;

/// <summary>What a marking permits beyond reading: the privileges of the access control specification ACS 3.</summary>
enum PrivilegeAction
{
    /// <summary>To display it.</summary>
    Dsply,

    /// <summary>To be told its source.</summary>
    Idsrc,

    /// <summary>To notify the entity that is targeted.</summary>
    Tenot,

    /// <summary>To use it for the defense of networks.</summary>
    Netdef,

    /// <summary>To use it in legal proceedings.</summary>
    Legal,

    /// <summary>To use it for intelligence.</summary>
    Intel,

    /// <summary>To pass on what stands below the tearline.</summary>
    Tearline,

    /// <summary>To act on it operationally.</summary>
    Opaction,

    /// <summary>To ask the originator for more.</summary>
    Request,

    /// <summary>To pass it on to readers who are not known.</summary>
    Anonymousaccess,

    /// <summary>The uses of CISA.</summary>
    Cisauses,
}
