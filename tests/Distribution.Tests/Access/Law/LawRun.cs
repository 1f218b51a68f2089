using System.Buffers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Engine;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// One principal before two databases: the whole one, and the one from which all was deleted that he may not see. Every
/// operation must come to the same answer, with the same statements.
/// </summary>
sealed partial class LawRun(
    GraphQLEngine engine,
    AccessRecorder recorder,
    int seed,
    ClaimsPrincipal? principal,
    Viewer viewer,
    LawDatabase whole,
    LawDatabase left)
{
    const int MostPages = 12;

    /// <summary>Fails with seed, principal, operation and both answers where they differ.</summary>
    public async Task AssertSameAsync(LawOperation operation, Dictionary<string, object?> variables)
    {
        if (await DifferenceAsync(operation, variables) is null)
        {
            return;
        }

        await ShrinkAsync(operation, variables);
        Assert.Fail(
            $"""
            The answer tells of what the principal may not see.
            Seed: {seed}
            Principal: {RandomPrincipal.Describe(principal)}
            Operation: {operation.Document()}
            Variables: {LawOperation.Describe(operation.Document(), variables)}
            {await DifferenceAsync(operation, variables)}
            """);
    }

    // Takes out one part after the other, as long as the answers still differ.
    async Task ShrinkAsync(LawOperation operation, Dictionary<string, object?> variables)
    {
        for (var goesOn = true; goesOn;)
        {
            goesOn = false;
            foreach (var (owner, part) in operation.Selection.Removable().ToList())
            {
                var at = owner.Parts.IndexOf(part);
                if (at < 0)
                {
                    continue;
                }

                owner.Parts.RemoveAt(at);
                if (operation.Selection.IsWhole && await DifferenceAsync(operation, variables) is not null)
                {
                    goesOn = true;
                }
                else
                {
                    owner.Parts.Insert(at, part);
                }
            }
        }
    }

    async Task<string?> DifferenceAsync(LawOperation operation, Dictionary<string, object?> variables)
    {
        var document = operation.Document();
        var ofWhole = new Dictionary<string, object?>(variables);
        var ofLeft = new Dictionary<string, object?>(variables);
        for (var page = 1; page <= MostPages; page++)
        {
            var first = await AnswerAsync(whole, document, ofWhole);
            var second = await AnswerAsync(left, document, ofLeft);
            if (WithoutCursors(first) != WithoutCursors(second))
            {
                return $"Page {page} of the whole: {first}\nPage {page} of what is left: {second}";
            }

            if (!whole.Sql.Statements.SequenceEqual(left.Sql.Statements))
            {
                return $"The same answer: {first}\n"
                    + $"Statements of the whole: {Texts(whole)}\nof what is left: {Texts(left)}";
            }

            if (operation.Walked is null
                || NextOf(operation, first) is not { } next
                || NextOf(operation, second) is not { } nextOfLeft)
            {
                break;
            }

            ofWhole[LawOperation.Cursor] = next;
            ofLeft[LawOperation.Cursor] = nextOfLeft;
        }

        return null;
    }

    static string Texts(LawDatabase database) => string.Join("\n--\n", database.Sql.Statements);

    static string? NextOf(LawOperation operation, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (!json.RootElement.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty(operation.Walked!, out var connection)
            || connection.ValueKind != JsonValueKind.Object
            || !connection.TryGetProperty("pageInfo", out var info))
        {
            return null;
        }

        var (has, cursor) = operation.IsBackward ? ("hasPreviousPage", "startCursor") : ("hasNextPage", "endCursor");
        return info.TryGetProperty(has, out var more) && more.GetBoolean() && info.TryGetProperty(cursor, out var next)
            ? next.GetString()
            : null;
    }

    async Task<string> AnswerAsync(LawDatabase database, string document, Dictionary<string, object?> variables)
    {
        database.Sql.Clear();
        await using var session = database.OpenSession(viewer, recorder);
        var response = await engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = JsonSerializer.SerializeToElement(variables),
                Session = session,
            },
            TestContext.Current.CancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // The same row has a cursor of the same length, sealed with another nonce; and a fault has its own trace.
    static string WithoutCursors(string answer) =>
        Cursors().Replace(answer, match => $"{match.Groups[1].Value}{match.Groups[2].Length}\"");

    [GeneratedRegex("(\"(?:cursor|startCursor|endCursor|traceId)\":\")([^\"]*)\"")]
    private static partial Regex Cursors();
}
