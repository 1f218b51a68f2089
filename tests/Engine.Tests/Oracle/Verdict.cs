using System.Text.Json;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>All that is said of a document.</summary>
/// <param name="SyntaxError">Why it is no document; null where it is.</param>
/// <param name="Printed">Its canonical form; null where it is no document.</param>
/// <param name="Errors">What validation finds, sorted: one walk meets the errors in another order than a walk a rule.
/// Null where a rule of graphql-js itself fails.</param>
sealed record Verdict(JudgedError? SyntaxError, string? Printed, IReadOnlyList<JudgedError>? Errors)
{
    static readonly EngineOptions Unlimited = new()
    {
        MaxValidationErrors = 10_000,
        MaxFragmentVisits = 100_000,
        MaxFieldMergeComparisons = int.MaxValue,
    };

    static readonly IReadOnlyList<Rule> Specified = [.. Rules.All.Where(rule => rule.Section is not null)];

    /// <summary>What graphql-js says.</summary>
    public static Verdict Of(JsonElement answer)
    {
        if (answer.TryGetProperty("error", out var error))
        {
            return new Verdict(JudgedError.Of(error), null, []);
        }

        var errors = answer.GetProperty("errors");
        return new Verdict(
            null,
            answer.GetProperty("printed").GetString(),
            errors.ValueKind == JsonValueKind.Null ? null : Sorted(errors.EnumerateArray().Select(JudgedError.Of)));
    }

    /// <summary>What we say; without a schema nothing is validated.</summary>
    public static Verdict Of(Schema? schema, string text)
    {
        var (document, error) = Parser.Parse(text, ParserLimits.Sdl);
        if (error is not null)
        {
            return new Verdict(JudgedError.Of(error), null, []);
        }

        var errors = schema is null ? [] : Validator.Validate(schema, document!, Specified, Unlimited);
        return new Verdict(null, Printer.Print(document!), Sorted(errors.Select(JudgedError.Of)));
    }

    /// <summary>A line for each thing said, without what both verdicts say.</summary>
    public string Without(Verdict other)
    {
        List<string> lines = [];
        if (SyntaxError != other.SyntaxError)
        {
            lines.Add(SyntaxError?.ToString() ?? "(accepted)");
        }

        if (Printed != other.Printed)
        {
            lines.Add(Printed ?? "(not printed)");
        }

        if (Errors is null)
        {
            lines.Add("(a rule failed)");
        }

        var said = (other.Errors ?? []).ToList();
        lines.AddRange((Errors ?? []).Where(error => !said.Remove(error)).Select(error => error.ToString()));
        return string.Join('\n', lines);
    }

    static List<JudgedError> Sorted(IEnumerable<JudgedError> errors) =>
        [.. errors.OrderBy(error => error.ToString(), StringComparer.Ordinal)];
}
