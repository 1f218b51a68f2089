namespace GraphApi.Engine.Comparison;

/// <summary>What a change of a schema means to the clients of the schema before it. A greater value is worse.</summary>
public enum ChangeSeverity
{
    /// <summary>No document and no client can tell it for the worse.</summary>
    Safe,

    /// <summary>
    /// Every document stays valid, but a client may meet what it does not expect: a new enum value, say.
    /// </summary>
    Dangerous,

    /// <summary>A document that was valid may be refused, or its answer may have another shape.</summary>
    Breaking,
}
