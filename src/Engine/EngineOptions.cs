namespace GraphApi.Engine;

/// <summary>
/// Every limit of the engine, with its unit and default. A document beyond one is refused before it costs anything.
/// </summary>
public sealed record EngineOptions
{
    /// <summary>
    /// Documents kept parsed, validated and planned; as many again of those that callers register. Those that the
    /// operator trusts are not bounded by it. What is asked for again stays longest.
    /// <value>Default 100; 1 to 10,000.</value>
    /// </summary>
    public int CachedDocuments { get; init; } = 100;

    /// <summary>
    /// Selections in the plans of the documents that are kept, all operations together: what they may take in memory, a
    /// few hundred bytes each. As many again of those that callers register, and of those that the operator trusts. A
    /// document is not kept that callers bring and that takes more than a tenth of it.
    /// <value>Default 200,000; 1,000 to 100,000,000.</value>
    /// </summary>
    public int CachedSelections { get; init; } = 200_000;

    /// <summary>Lexical tokens in a document. <value>Default 15,000; 100 to 1,000,000.</value></summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Fields in a document, as written. <value>Default 2,048; 10 to 100,000.</value></summary>
    public int MaxFields { get; init; } = 2_048;

    /// <summary>
    /// Aliases in a document, as written; one of <c>__typename</c> counts too. Each makes a field run once more. The
    /// default leaves room for a page that counts something for each sector, lifeline and type of product.
    /// <value>Default 50; 0 to 10,000.</value>
    /// </summary>
    public int MaxAliases { get; init; } = 50;

    /// <summary>
    /// Operations in a document, of which a request runs one. <value>Default 50; 1 to 1,000.</value>
    /// </summary>
    public int MaxOperations { get; init; } = 50;

    /// <summary>
    /// UTF-16 units of a name in a document. Names are repeated in messages. <value>Default 256; 64 to 4,096.</value>
    /// </summary>
    public int MaxNameLength { get; init; } = 256;

    /// <summary>
    /// Nesting of selection sets, values and types in a document. It bounds the stack. <value>Default 200; 10 to
    /// 500.</value>
    /// </summary>
    public int MaxRecursionDepth { get; init; } = 200;

    /// <summary>Directives at one place of a document. <value>Default 4; 1 to 100.</value></summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;

    /// <summary>Errors that validation reports before it stops. <value>Default 5; 1 to 100.</value></summary>
    public int MaxValidationErrors { get; init; } = 5;

    /// <summary>
    /// Fragment spreads followed while validating and planning a document. It bounds the stack. <value>Default 1,000;
    /// 1 to 2,000.</value>
    /// </summary>
    public int MaxFragmentVisits { get; init; } = 1_000;

    /// <summary>
    /// Fields collected, and pairs of fields compared, by the rule on field merging; and as many again to tell what
    /// conflicts, pairs of fragments included. <value>Default 100,000; 1,000 to 10,000,000.</value>
    /// </summary>
    public int MaxFieldMergeComparisons { get; init; } = 100_000;

    /// <summary>
    /// Depth of fields in an operation, fragments followed; what is below <c>__schema</c> and <c>__type</c> has a bound
    /// of its own. <value>Default 15; 1 to 100.</value>
    /// </summary>
    public int MaxDepth { get; init; } = 15;

    /// <summary>
    /// Root fields of a mutation, fragments followed: each is a change of its own. <value>Default 10; 1 to
    /// 100.</value>
    /// </summary>
    public int MaxMutationFields { get; init; } = 10;

    /// <summary>
    /// Fields, spreads and inline fragments visited to plan an operation: below an abstract type once for each type it
    /// can be. <value>Default 20,000; 100 to 1,000,000.</value>
    /// </summary>
    public int MaxPlannedSelections { get; init; } = 20_000;

    /// <summary>
    /// Steps of an operation: fields that read something, fragments followed. Each is a statement of its own, compiled
    /// when it is first run. <value>Default 100; 1 to 1,000.</value>
    /// </summary>
    public int MaxSteps { get; init; } = 100;

    /// <summary>
    /// Values in the variables of a request that its operation looks at, items and fields inside of them included.
    /// <value>Default 10,000; 10 to 1,000,000.</value>
    /// </summary>
    public int MaxVariableValues { get; init; } = 10_000;

    /// <summary>
    /// Objects and list items of a response. A nested list repeats its rows below each parent, so that a small document
    /// can stand for a response of any size. <value>Default 250,000; 100 to 10,000,000.</value>
    /// </summary>
    public int MaxObjects { get; init; } = 250_000;

    /// <summary>
    /// Field cost of an operation, with the values of its variables: the work it is. <value>Default 1,000.</value>
    /// </summary>
    public double MaxFieldCost { get; init; } = 1_000;

    /// <summary>
    /// Type cost of an operation, with the values of its variables: the objects its answer may have. <value>Default
    /// 1,000.</value>
    /// </summary>
    public double MaxTypeCost { get; init; } = 1_000;

    /// <summary>
    /// Whether an operation above <see cref="MaxFieldCost"/> or <see cref="MaxTypeCost"/> is refused. Costs are worked
    /// out and told on demand either way. <value>Default true.</value>
    /// </summary>
    public bool EnforceCost { get; init; } = true;

    /// <summary>
    /// Whether messages name similar fields and types ("Did you mean"). <value>Default true; off where introspection
    /// is.</value>
    /// </summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>Time an operation may take. <value>Default 30 seconds; 1 second to 5 minutes.</value></summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Told of each fault that is masked for the client, with the trace id the client gets, so that the host can log
    /// it. Must not throw. <value>Default null: nobody is told.</value>
    /// </summary>
    public Action<Exception, string>? OnFault { get; init; }
}
