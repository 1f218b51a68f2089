namespace GraphApi.Engine;

/// <summary>What a request wants to be told of its cost.</summary>
public enum CostMode
{
    /// <summary>Nothing, except where it is refused for it.</summary>
    Silent,

    /// <summary>The operation runs, and the response has <c>extensions.operationCost</c>.</summary>
    Report,

    /// <summary>
    /// The operation does not run and no limit applies; the response has <c>extensions.operationCost</c> alone.
    /// </summary>
    Validate,
}
