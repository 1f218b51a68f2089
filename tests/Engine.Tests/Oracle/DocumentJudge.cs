using System.Text;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Compares what we say of documents with what graphql-js says.</summary>
sealed class DocumentJudge : IDisposable
{
    readonly GraphQLJsProcess _graphQLJs = GraphQLJsProcess.Start("document-oracle.mjs");

    /// <summary>Starts graphql-js and gives it the schemas.</summary>
    public static async Task<DocumentJudge> StartAsync()
    {
        var judge = new DocumentJudge();
        foreach (var schema in OracleSchema.All)
        {
            await judge._graphQLJs.AskAsync(new { sdl = schema.Sdl });
        }

        return judge;
    }

    /// <summary>The query by which tools read a schema, with all that can be asked for.</summary>
    public static async Task<string> IntrospectionQueryAsync()
    {
        using var judge = new DocumentJudge();
        return (await judge._graphQLJs.AskAsync(new { })).GetProperty("introspection").GetString()!;
    }

    /// <summary>Both verdicts on one document, before differences are settled.</summary>
    public async Task<(Verdict Theirs, Verdict Ours)> JudgeAsync(JudgedDocument document) =>
        (Verdict.Of(await _graphQLJs.AskAsync(Question(document))), Verdict.Of(document.Schema?.Schema, document.Text));

    /// <summary>
    /// Compares all documents and tells the shortest disagreements, cut down to what it takes. Returns how many
    /// documents were accepted without an error.
    /// </summary>
    public async Task<int> AgreeAsync(IEnumerable<JudgedDocument> documents)
    {
        var valid = 0;
        List<JudgedDocument> disputed = [];
        await foreach (var (document, answer) in _graphQLJs.AskAllAsync(documents.Where(CanBeAsked), Question))
        {
            var ours = Verdict.Of(document.Schema?.Schema, document.Text);
            if (!Agree(Verdict.Of(answer), ours))
            {
                disputed.Add(document);
            }

            valid += ours is { SyntaxError: null, Errors: [] } ? 1 : 0;
        }

        if (disputed.Count > 0)
        {
            var report = new StringBuilder($"{disputed.Count} documents are disputed.");
            foreach (var document in disputed.OrderBy(document => document.Text.Length).Take(5))
            {
                var shortest = await ShortenAsync(document);
                var (theirs, ours) = Settle(await JudgeAsync(shortest));
                report.Append($"\n\n{shortest.Origin}\n{shortest.Text}\ngraphql-js alone:\n{theirs.Without(ours)}\n")
                    .Append($"we alone:\n{ours.Without(theirs)}");
            }

            Assert.Fail(report.ToString());
        }

        return valid;
    }

    /// <inheritdoc/>
    public void Dispose() => _graphQLJs.Dispose();

    static bool Agree(Verdict theirs, Verdict ours)
    {
        var (theirErrors, ourErrors) = (theirs.Errors, ours.Errors!);
        if (theirErrors is null || !theirErrors.SequenceEqual(ourErrors))
        {
            (theirs, ours) = Settle((theirs, ours));
        }

        return theirs.SyntaxError == ours.SyntaxError
            && theirs.Printed == ours.Printed
            && theirs.Errors is not null
            && theirs.Errors.SequenceEqual(ours.Errors!);
    }

    /// <summary>Both verdicts without the known differences.</summary>
    static (Verdict Theirs, Verdict Ours) Settle((Verdict Theirs, Verdict Ours) verdicts) =>
        Differences.All.Aggregate(verdicts, (settled, difference) => difference.Settle(settled.Theirs, settled.Ours));

    /// <summary>Cuts out tokens for as long as the two go on to disagree.</summary>
    async Task<JudgedDocument> ShortenAsync(JudgedDocument document)
    {
        for (var size = 32; size > 0; size /= 2)
        {
            var tokens = Mutations.Tokens(document.Text);
            for (var at = 0; at + size <= tokens.Count; at++)
            {
                var kept = tokens.Where((_, index) => index < at || index >= at + size);
                var shorter = document with { Text = string.Concat(kept) };
                var (theirs, ours) = await JudgeAsync(shorter);
                if (!Agree(theirs, ours))
                {
                    document = shorter;
                    tokens = Mutations.Tokens(document.Text);
                    at--;
                }
            }
        }

        return document;
    }

    // A half of a surrogate pair does not survive the way to graphql-js; the lexer's own tests look at it.
    static bool CanBeAsked(JudgedDocument document) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(document.Text)) == document.Text;

    static object Question(JudgedDocument document) => document.Schema is { } schema
        ? new { text = document.Text, schema = Array.IndexOf(OracleSchema.All, schema) }
        : new { text = document.Text };
}
