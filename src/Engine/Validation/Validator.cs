using GraphApi.Engine.Errors;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation;

/// <summary>
/// Decides whether a document can be executed against a schema: one walk that all <see cref="Rules"/> watch.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
public static class Validator
{
    /// <summary>
    /// What is wrong with the document, in the order in which the walk meets it, at most
    /// <see cref="EngineOptions.MaxValidationErrors"/>; empty: it can be executed. Depends on nothing but its
    /// arguments, so it is done once a document.
    /// </summary>
    /// <param name="schema">The schema; what it hides from clients is unknown here too.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">The limits; null: the defaults.</param>
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema, DocumentNode document, EngineOptions? options = null) =>
        Validate(schema, document, Rules.All, options);

    /// <summary>The same by some rules only.</summary>
    /// <param name="schema">The schema; what it hides from clients is unknown here too.</param>
    /// <param name="document">The document.</param>
    /// <param name="rules">
    /// Those of <see cref="Rules.All"/> that are asked. Without the limits, a document can make work that grows faster
    /// than its length.
    /// </param>
    /// <param name="options">The limits; null: the defaults.</param>
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        DocumentNode document,
        IReadOnlyList<Rule> rules,
        EngineOptions? options = null) =>
        Validate(schema, document, rules, options ?? new EngineOptions(), work: null);

    /// <summary>
    /// The same, with what was done told to <paramref name="work"/>, and suggestions of what
    /// <paramref name="caller"/> says.
    /// </summary>
    internal static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        DocumentNode document,
        IReadOnlyList<Rule> rules,
        EngineOptions options,
        EngineWork? work,
        CallerView caller = default)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(rules);
        var context = new ValidationContext(schema, document, options, caller);
        new DocumentWalk(context, [.. rules.Select(rule => rule.Make(context))]).Walk();
        work?.Add(validation: context.Work);
        return context.Errors;
    }
}
