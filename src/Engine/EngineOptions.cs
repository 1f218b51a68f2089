namespace GraphApi.Engine;

/// <summary>
/// Every limit of the engine, with its unit and default. A document beyond one is refused before it costs anything.
/// </summary>
public sealed record EngineOptions
{
    /// <summary>Documents kept parsed, validated and planned. <value>Default 100; at least 1.</value></summary>
    public int CachedDocuments { get; init; } = 100;

    /// <summary>Lexical tokens in a document. <value>Default 15,000.</value></summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Fields in a document, as written. <value>Default 2,048.</value></summary>
    public int MaxFields { get; init; } = 2_048;

    /// <summary>Nesting of selection sets, values and types in a document. <value>Default 200.</value></summary>
    public int MaxRecursionDepth { get; init; } = 200;

    /// <summary>Directives at one place of a document. <value>Default 4.</value></summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;

    /// <summary>Errors that validation reports before it stops. <value>Default 5.</value></summary>
    public int MaxValidationErrors { get; init; } = 5;

    /// <summary>
    /// Fragment spreads followed while validating and planning a document. <value>Default 1,000.</value>
    /// </summary>
    public int MaxFragmentVisits { get; init; } = 1_000;

    /// <summary>Pairs of fields compared by the rule on field merging. <value>Default 100,000.</value></summary>
    public int MaxFieldMergeComparisons { get; init; } = 100_000;

    /// <summary>Depth of fields in an operation, fragments followed. <value>Default 25.</value></summary>
    public int MaxDepth { get; init; } = 25;

    /// <summary>
    /// Steps of an operation: fields that read something, fragments followed. Each is a statement of its own, compiled
    /// when
    /// it is first run. <value>Default 100.</value>
    /// </summary>
    public int MaxSteps { get; init; } = 100;

    /// <summary>
    /// Objects and list items of a response. A nested list repeats its rows below each parent, so that a small document
    /// can
    /// stand for a response of any size. <value>Default 250,000.</value>
    /// </summary>
    public int MaxObjects { get; init; } = 250_000;

    /// <summary>
    /// Whether messages name similar fields and types ("Did you mean"). <value>Default true; off where introspection
    /// is.</value>
    /// </summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Time an operation may take. <value>Default 30 seconds.</value></summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Told of each fault that is masked for the client, with the trace id the client gets, so that the host can log
    /// it. Must not throw. <value>Default null: nobody is told.</value>
    /// </summary>
    public Action<Exception, string>? OnFault { get; init; }
}
