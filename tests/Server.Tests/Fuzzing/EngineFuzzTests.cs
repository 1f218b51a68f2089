using GraphApi.Engine;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;
using GraphApi.Server.Tests.Attacks;

namespace GraphApi.Server.Tests.Fuzzing;

/// <summary>
/// Texts of every kind against lexer, parser, printer, validator, planner and the builder of schemas: whatever they
/// are, they become a result or one of the errors meant for them, for a bounded amount of work.
/// </summary>
[Collection(nameof(AttackServer))]
public sealed class EngineFuzzTests(AttackServer server)
{
    static readonly EngineOptions Options = new();

    public static TheoryData<int?> Seeds => FuzzRun.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Bytes(int? seed) => new FuzzRun("bytes", seed).RunAsync(
        2_000, TextMutator.Bytes, text => Task.FromResult(JudgeDocument(text)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Tokens(int? seed) => new FuzzRun("tokens", seed).RunAsync(
        2_000, TextMutator.Tokens, text => Task.FromResult(JudgeDocument(text)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Operations(int? seed) => new FuzzRun("operations", seed).RunAsync(
        1_000,
        random => TextMutator.Mutate(random, FuzzCorpus.Operations),
        text => Task.FromResult(JudgeDocument(text)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Schemas(int? seed) => new FuzzRun("schemas", seed).RunAsync(
        300, random => TextMutator.Mutate(random, FuzzCorpus.Schemas), text => Task.FromResult(JudgeSchema(text)));

    string? JudgeDocument(string text)
    {
        var work = new EngineWork();
        var (document, problem) = JudgeSyntax(text, ParserLimits.Of(Options), work);
        if (document is null)
        {
            return problem;
        }

        var errors = Validator.Validate(server.Development.Engine.Schema, document, Rules.All, Options, work);
        if (work.Validation > (10 * Options.MaxTokens) + Options.MaxFieldMergeComparisons)
        {
            return $"Validation took {work.Validation} steps.";
        }

        if (errors.Count > Options.MaxValidationErrors || errors.Any(error => error.Message.Length == 0))
        {
            return "The errors are not as they should be.";
        }

        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var (plan, refused) = server.Development.Engine.Explain(text, operation.Name?.Value);
            if ((plan is null) == (refused.Count == 0))
            {
                return "There is neither a plan nor an error, or both.";
            }

            if (errors.Count > 0 != refused.Any(error => errors.Any(other => other.Message == error.Message)))
            {
                return "The engine finds something else than the validator.";
            }

            _ = plan?.ToString();
        }

        return null;
    }

    static (DocumentNode? Document, string? Problem) JudgeSyntax(string text, ParserLimits limits, EngineWork work)
    {
        var lexer = new Lexer(text);
        var tokens = 0;
        while (lexer.Next().Kind is not (TokenKind.EndOfFile or TokenKind.Invalid))
        {
            if (++tokens > text.Length)
            {
                return (null, "The lexer does not come to an end.");
            }
        }

        var result = Parser.Parse(text, limits, work: work);
        if (work.Tokens > Math.Min(tokens, limits.MaxTokens) + 1L)
        {
            return (null, $"The parser read {work.Tokens} tokens.");
        }

        if (!result.Succeeded)
        {
            return (null, result.Error.Code is ErrorCode.Syntax or ErrorCode.DocumentTooComplex
                && result.Error.Locations is [{ Line: > 0, Column: > 0 }]
                    ? null
                    : $"The error is not as it should be: {result.Error}");
        }

        var printed = Printer.Print(result.Document);
        var again = Parser.Parse(printed, ParserLimits.Sdl);
        return again.Succeeded && Printer.Print(again.Document) == printed
            ? (result.Document, null)
            : (null, $"What is printed is not read as the same: {again.Error}\n{printed}");
    }

    static string? JudgeSchema(string text)
    {
        var (document, problem) = JudgeSyntax(text, ParserLimits.Sdl, new EngineWork());
        if (document is null)
        {
            return problem;
        }

        try
        {
            var schema = new SchemaBuilder().AddSdl("fuzz.graphql", text).AllowUnbound().Build();
            var printed = SchemaPrinter.Print(schema);
            var again = new SchemaBuilder().AddSdl("fuzz.graphql", printed).AllowUnbound().Build();
            return SchemaPrinter.Print(again) == printed ? null : "The printed schema is another one.";
        }
        catch (SchemaException refused)
        {
            return refused.Errors.Count > 0 ? null : "The schema is refused without a reason.";
        }
    }
}
