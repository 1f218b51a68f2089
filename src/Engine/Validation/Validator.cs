using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation;

/// <summary>
/// Decides whether a document can be executed against a schema: one walk that all <see cref="Rules"/> watch.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
static class Validator
{
    /// <summary>
    /// What is wrong with the document, in the order in which the walk meets it, at most
    /// <see cref="EngineOptions.MaxValidationErrors"/>; empty: it can be executed. Depends on nothing but its
    /// arguments, so it is done once a document.
    /// </summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, EngineOptions options) =>
        Validate(schema, document, options, Rules.All);

    /// <summary>The same for some rules, each made anew.</summary>
    internal static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        DocumentNode document,
        EngineOptions options,
        IReadOnlyList<Func<ValidationContext, ValidationRule>> rules,
        EngineWork? work = null)
    {
        var context = new ValidationContext(schema, document, options);
        new DocumentWalk(context, [.. rules.Select(make => make(context))]).Walk();
        work?.Add(validation: context.Work);
        return context.Errors;
    }
}
