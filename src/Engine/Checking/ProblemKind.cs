namespace GraphApi.Engine.Checking;

/// <summary>What a problem of a document is about.</summary>
public enum ProblemKind
{
    /// <summary>The text is not GraphQL. An error.</summary>
    Syntax,

    /// <summary>A rule of the specification is broken, or a name given twice. An error.</summary>
    Validation,

    /// <summary>A limit is passed that servers have by default. An error.</summary>
    Limit,

    /// <summary>Something deprecated is used. A warning.</summary>
    Deprecation,

    /// <summary>A fragment is used by no operation. A warning: it is never sent.</summary>
    UnusedFragment,
}
