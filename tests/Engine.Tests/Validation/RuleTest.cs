using GraphApi.Engine.Errors;
using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Validation;

/// <summary>A rule's test is text: documents that it lets pass, and documents with the errors that it finds.</summary>
public abstract class RuleTest
{
    readonly Func<ValidationContext, ValidationRule> _make;

    private protected RuleTest(Func<ValidationContext, ValidationRule> make)
    {
        _make = make;
    }

    /// <summary>The options; a test of a limit replaces them.</summary>
    private protected EngineOptions Options { get; init; } = new() { MaxValidationErrors = 100 };

    /// <summary>The schema; that of the pets where a test does not need another one.</summary>
    private protected Schema Schema { get; init; } = PetSchema.Schema;

    private protected IReadOnlyList<GraphQLError> Errors(string document) =>
        Validator.Validate(Schema, Tree.Parse(document), [new Rule("tested", null, _make)], Options);

    private protected void Valid(string document) => Assert.Equal([], Errors(document).Select(e => e.Message));

    private protected void Invalid(string document, string message, params (int Line, int Column)[] locations) =>
        Invalid(document, (message, locations));

    private protected void Invalid(string document,
        params (string Message, (int Line, int Column)[] Locations)[] errors) =>
        Assert.Equal(
            errors.Select(error => $"{error.Message} {string.Join(' ', error.Locations)}"),
            Errors(document).Select(error =>
                $"{error.Message} {string.Join(' ', error.Locations.Select(l => (l.Line, l.Column)))}"));
}
