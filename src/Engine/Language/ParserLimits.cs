namespace GraphApi.Engine.Language;

/// <summary>What the parser refuses before it costs anything.</summary>
/// <param name="MaxTokens">Lexical tokens in a document.</param>
/// <param name="MaxFields">Fields selected in a document, as written.</param>
/// <param name="MaxRecursionDepth">Nesting of selection sets, values and types; it also bounds the stack.</param>
/// <param name="MaxDirectivesPerLocation">Directives at one place.</param>
sealed record ParserLimits(int MaxTokens, int MaxFields, int MaxRecursionDepth, int MaxDirectivesPerLocation)
{
    /// <summary>For schemas of our own: any size, and nesting as in documents.</summary>
    public static ParserLimits Sdl { get; } = new(int.MaxValue, int.MaxValue, 200, int.MaxValue);

    /// <summary>For the documents of clients.</summary>
    public static ParserLimits Of(EngineOptions options) =>
        new(options.MaxTokens, options.MaxFields, options.MaxRecursionDepth, options.MaxDirectivesPerLocation);
}
