namespace GraphApi.Engine.Language;

/// <summary>What the parser refuses before it costs anything; each means what it does in <see cref="EngineOptions"/>.
/// </summary>
public sealed record ParserLimits
{
    /// <summary>For what one trusts, as schemas of one's own: any size, and nesting as in documents.</summary>
    public static ParserLimits Sdl { get; } = new() { MaxRecursionDepth = 200 };

    /// <inheritdoc cref="EngineOptions.MaxTokens"/>
    public int MaxTokens { get; init; } = int.MaxValue;

    /// <inheritdoc cref="EngineOptions.MaxFields"/>
    public int MaxFields { get; init; } = int.MaxValue;

    /// <inheritdoc cref="EngineOptions.MaxAliases"/>
    public int MaxAliases { get; init; } = int.MaxValue;

    /// <inheritdoc cref="EngineOptions.MaxOperations"/>
    public int MaxOperations { get; init; } = int.MaxValue;

    /// <inheritdoc cref="EngineOptions.MaxNameLength"/>
    public int MaxNameLength { get; init; } = int.MaxValue;

    /// <inheritdoc cref="EngineOptions.MaxRecursionDepth"/>
    public required int MaxRecursionDepth { get; init; }

    /// <inheritdoc cref="EngineOptions.MaxDirectivesPerLocation"/>
    public int MaxDirectivesPerLocation { get; init; } = int.MaxValue;

    /// <summary>Those of an engine, for the documents of clients.</summary>
    public static ParserLimits Of(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ParserLimits
        {
            MaxTokens = options.MaxTokens,
            MaxFields = options.MaxFields,
            MaxAliases = options.MaxAliases,
            MaxOperations = options.MaxOperations,
            MaxNameLength = options.MaxNameLength,
            MaxRecursionDepth = options.MaxRecursionDepth,
            MaxDirectivesPerLocation = options.MaxDirectivesPerLocation,
        };
    }
}
